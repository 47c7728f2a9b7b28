import type { Library } from '../../schema.ts';
import { rows as activation } from './activation.ts';
import { rows as creation } from './creation.ts';

export const torch: Library = {
  name: 'torch',
  modules: ['torch', 'torchvision', 'torchmetrics', 'lightning', 'pytorch_lightning', 'transformers', 'timm', 'accelerate'],
  conventional: { torch: 'torch', nn: 'torch.nn', F: 'torch.nn.functional' },
  moduleAliases: [],
  dialect: {
    tensor: 'torch.Tensor',
    defaultFloat: 'float32',
    defaultInt: 'int64',
    promotion: 'torch',
    print: 'torch',
    keywordAliases: { axis: 'dim', keepdims: 'keepdim', x: 'input', a: 'input', x1: 'input', x2: 'other' },
  },
  rows: [...activation, ...creation],
};
