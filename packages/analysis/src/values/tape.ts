/**
 * How a tensor that requires gradients was made, one step back: what the reverse pass follows. Only such tensors carry one.
 * https://pytorch.org/docs/stable/notes/autograd.html#how-autograd-encodes-the-history
 */
import type { OperationArguments, OperationContext } from '../operations/operation.ts';
import type { ArrayValue } from './value.ts';

export type Tape = Leaf | Step;

/** What the program itself asked gradients of. */
export interface Leaf {
  readonly kind: 'leaf';
  /** The cell of the heap that gathers its gradient: `x.grad`. */
  readonly cell: number;
  /** Later ones are higher. */
  readonly order: number;
  /** An `nn.Parameter`, as it prints. */
  readonly parameter?: true;
}

/** The result of an operation some argument of which has a tape. */
export interface Step {
  readonly kind: 'step';
  /** The operation as the tables name it, or `index`, `assignIndex`, `attribute`. */
  readonly op: string;
  readonly args: OperationArguments;
  readonly context: OperationContext;
  /** What the operation gave, without its tape: an array, or the tuple of which this is the item `item`. */
  readonly result: ArrayValue;
  readonly item?: number;
  /** Steps are undone in the opposite order, as PyTorch's engine does: the order decides how sums round. */
  readonly order: number;
}
