/** How instances of a class behave beyond its row; implemented by name in packages/analysis. */
export const protocols = {
  module: 'torch.nn.Module: calling it calls `forward`; attributes are user state; `train()`/`eval()` set `training`.',
  sequential:
    'torch.nn.Sequential: modules in turn (rest role `modules`, or one OrderedDict); indexing, slicing, iteration, append.',
  moduleList: 'A list of modules in the role `modules`.',
  moduleDict: 'A dict of modules in the role `modules`.',
  parameter: 'torch.nn.Parameter: the tensor of role `data`.',
  wrapper: 'Calls and attributes go to the role `module` (DataParallel, torch.compile, accelerator.prepare).',
  lightning:
    'A module with training_step, validation_step, test_step, predict_step, configure_optimizers as entry points; log, save_hyperparameters, hparams.',
  kerasLayer:
    "keras.layers.Layer: calling it calls `call`; the role `activation` (a string, a function or None) is applied to the row's own result.",
  kerasModel:
    'keras.Model: subclass with `call`, or functional with roles `inputs` and `outputs`; compile, fit, evaluate, predict.',
  kerasSequential: 'keras.Sequential: role `layers`, `add`, `pop`; then a kerasModel.',
  kerasWrapper: 'TimeDistributed, Bidirectional: the role `layer` is applied.',
  flaxModule:
    'flax.linen.Module: fields as constructor arguments, `setup` or @compact `__call__`, `init`, `apply(variables, …)` calls `__call__`.',
  nnxModule: 'flax.nnx.Module and haiku modules: calling it calls `__call__`.',
  distribution: 'Parameters by role; methods see them.',
  optimizer: 'Its steps change the parameters of the role `_params`.',
  scheduler: 'Its steps change the learning rate of the optimizer in the role `_optimizer`.',
  dataset: 'Iteration gives unknown batches; `len` is unknown.',
  context: 'A context manager or decorator without effect on values (no_grad, autocast, GradientTape).',
  pipeline: 'transformers.pipeline: lists of dicts with probabilities under "score".',
  estimator: "scikit-learn: fit gives self; predictions are rows of the class's methods.",
  huggingface:
    'A pretrained model: call gives a model output whose attribute `logits` are logits; `from_pretrained` and `from_config` give an instance.',
  headed:
    'A network whose last part is in the attribute that `head` names: calling the network calls that, whoever put it there.',
} as const satisfies Record<string, string>;

export type ProtocolName = keyof typeof protocols;
