import type { Library } from '../../schema.ts';
import { rows as transformers } from '../transformers/model.ts';
import { rows as activation } from './activation.ts';
import { rows as creation } from './creation.ts';
import { rows as distribution } from './distribution.ts';
import { rows as further } from './further.ts';
import { rows as layer } from './layer.ts';
import { rows as loss } from './loss.ts';
import { rows as math } from './math.ts';
import { rows as metric } from './metric.ts';
import { rows as reduction } from './reduction.ts';
import { rows as selection } from './selection.ts';
import { rows as shape } from './shape.ts';
import { rows as training } from './training.ts';
import { rows as vision } from './vision.ts';

export const torch: Library = {
  name: 'torch',
  modules: ['torch', 'torchvision', 'torchmetrics', 'lightning', 'pytorch_lightning', 'transformers', 'timm', 'accelerate'],
  conventional: { torch: 'torch', nn: 'torch.nn', F: 'torch.nn.functional' },
  moduleAliases: [
    ['pytorch_lightning', 'lightning.pytorch'],
    ['pytorch_lightning.metrics', 'torchmetrics'],
    ['torch.nn.parallel.DataParallel', 'torch.nn.DataParallel'],
    ['torchmetrics.F1', 'torchmetrics.F1Score'],
    ['lightning.LightningModule', 'lightning.pytorch.LightningModule'],
    ['lightning.LightningDataModule', 'lightning.pytorch.LightningDataModule'],
    ['lightning.pytorch.core.LightningModule', 'lightning.pytorch.LightningModule'],
    ['torchmetrics.functional.classification', 'torchmetrics.functional'],
    ['torch.nn.modules', 'torch.nn'],
    ['torch.nn.modules.loss', 'torch.nn'],
    ['torch.nn.modules.module', 'torch.nn'],
    ['torch.nn.modules.activation', 'torch.nn'],
    ['torch.functional', 'torch'],
  ],
  dialect: {
    tensor: 'torch.Tensor',
    defaultFloat: 'float32',
    defaultInt: 'int64',
    promotion: 'torch',
    print: 'torch',
  },
  rows: [
    ...activation,
    ...creation,
    ...math,
    ...layer,
    ...loss,
    ...distribution,
    ...training,
    ...vision,
    ...metric,
    ...transformers,
    ...reduction,
    ...selection,
    ...shape,
    ...further,
  ],
};
