/** Networks of torchvision that classify: their last layer gives the logits, and it is the part that people replace. */
import type { ClassRow, HeadLayer, Row } from '../../schema.ts';
import { classesOf } from '../row.ts';

const before = 'https://pytorch.org/vision/stable/models/generated/torchvision.models.';
const network = classesOf('torchvision.models', { before, after: '.html' });

const linear = (features: number): HeadLayer => ['torch.nn.Linear', features, 'features'];
const dropped = (features: number): readonly HeadLayer[] => [['torch.nn.Dropout', 0.2], linear(features)];
const relu: HeadLayer = ['torch.nn.ReLU'];
const dropout: HeadLayer = ['torch.nn.Dropout', 0.5];

/** By the module of the source, https://github.com/pytorch/vision/tree/main/torchvision/models: attribute, layers, features. */
function named(
  module: string,
  attribute: string,
  features: number,
  layers: HeadLayer | readonly HeadLayer[],
  names: string,
): ClassRow[] {
  return names.split(' ').map((name) =>
    network(
      name,
      '(pretrained: _pretrained=None, progress: _progress=True, weights: _weights=None, num_classes: features=1000, **options: _options)',
      {
        protocol: 'headed',
        bases: ['torch.nn.Module'],
        head: { attribute, features, layers },
        also: [`torchvision.models.${module}.${name}`],
      },
    ),
  );
}

/** With a Linear as its head. */
const plain = (module: string, attribute: string, features: number, names: string): ClassRow[] =>
  named(module, attribute, features, linear(features), names);

export const rows: readonly Row[] = [
  ...plain('resnet', 'fc', 512, 'resnet18 resnet34'),
  ...plain(
    'resnet',
    'fc',
    2048,
    'resnet50 resnet101 resnet152 resnext50_32x4d resnext101_32x8d resnext101_64x4d wide_resnet50_2 wide_resnet101_2',
  ),
  ...plain('shufflenetv2', 'fc', 1024, 'shufflenet_v2_x0_5 shufflenet_v2_x1_0 shufflenet_v2_x1_5'),
  ...plain('densenet', 'classifier', 1024, 'densenet121'),
  ...plain('densenet', 'classifier', 2208, 'densenet161'),
  ...plain('densenet', 'classifier', 1664, 'densenet169'),
  ...plain('densenet', 'classifier', 1920, 'densenet201'),
  ...plain('swin_transformer', 'head', 768, 'swin_t swin_s'),
  ...plain('swin_transformer', 'head', 1024, 'swin_b'),
  ...named(
    'alexnet',
    'classifier',
    9216,
    [dropout, ['torch.nn.Linear', 9216, 4096], relu, dropout, ['torch.nn.Linear', 4096, 4096], relu, linear(4096)],
    'alexnet',
  ),
  ...named(
    'vgg',
    'classifier',
    25088,
    [['torch.nn.Linear', 25088, 4096], relu, dropout, ['torch.nn.Linear', 4096, 4096], relu, dropout, linear(4096)],
    'vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn',
  ),
  ...named('mobilenetv2', 'classifier', 1280, dropped(1280), 'mobilenet_v2'),
  ...named(
    'mobilenetv3',
    'classifier',
    576,
    [['torch.nn.Linear', 576, 1024], ['torch.nn.Hardswish'], ...dropped(1024)],
    'mobilenet_v3_small',
  ),
  ...named(
    'mobilenetv3',
    'classifier',
    960,
    [['torch.nn.Linear', 960, 1280], ['torch.nn.Hardswish'], ...dropped(1280)],
    'mobilenet_v3_large',
  ),
  ...[1280, 1280, 1408, 1536, 1792, 2048, 2304, 2560].flatMap((features, i) =>
    named('efficientnet', 'classifier', features, dropped(features), `efficientnet_b${i}`),
  ),
];
