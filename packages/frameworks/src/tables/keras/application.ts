/** Published networks with their classifier on top, which ends in a softmax unless it is told otherwise. */
import type { ClassRow, Row } from '../../schema.ts';
import { call, classesOf } from '../row.ts';
import { probabilities } from '../spaces.ts';

const applications = classesOf('keras.applications', { before: 'https://keras.io/api/applications/' });

const top =
  "include_top: includeTop=True, weights: _weights='imagenet', input_tensor: _input_tensor=None, input_shape: _input_shape=None, pooling: _pooling=None, classes: _classes=1000, classifier_activation: classifierActivation='softmax', **options: _options";

/** Where no classifier is on top, features come out. */
const classifies = call('(inputs: x, training: _training=None, mask: _mask=None)', 'unknownShape', {
  gives: [
    { ...probabilities(-1), when: { includeTop: true, classifierActivation: 'softmax' } },
    { space: 'logits', axis: -1, when: { includeTop: true, classifierActivation: null } },
  ],
});

/** MobileNets have their own arguments first; by position nobody gives them. */
const network = (name: string, module: string, signature = `(${top})`): ClassRow =>
  applications(name, signature, {
    protocol: 'kerasLayer',
    bases: ['keras.Model'],
    call: classifies,
    also: [`keras.applications.${module}.${name}`, ...(name === 'ResNet50' ? ['keras.applications.resnet50.ResNet50'] : [])],
  });

const modules: Readonly<Record<string, string>> = {
  vgg16: 'VGG16',
  vgg19: 'VGG19',
  resnet: 'ResNet50 ResNet101 ResNet152',
  resnet_v2: 'ResNet50V2 ResNet101V2 ResNet152V2',
  inception_v3: 'InceptionV3',
  inception_resnet_v2: 'InceptionResNetV2',
  xception: 'Xception',
  densenet: 'DenseNet121 DenseNet169 DenseNet201',
  efficientnet:
    'EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 EfficientNetB6 EfficientNetB7',
  efficientnet_v2:
    'EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2S EfficientNetV2M EfficientNetV2L',
};
const mobile: Readonly<Record<string, string>> = {
  mobilenet: 'MobileNet',
  mobilenet_v2: 'MobileNetV2',
  nasnet: 'NASNetMobile NASNetLarge',
};

export const rows: readonly Row[] = [
  ...Object.entries(modules).flatMap(([module, names]) => names.split(' ').map((name) => network(name, module))),
  ...Object.entries(mobile).flatMap(([module, names]) => names.split(' ').map((name) => network(name, module, `(*, ${top})`))),
];
