/** What any generator stands at. */
import type { LegacyState } from './numpy-legacy.ts';
import type { Pcg64State } from './pcg64.ts';
import type { PythonState } from './python-random.ts';
import type { TorchState } from './torch-cpu.ts';

export type GeneratorState = LegacyState | Pcg64State | PythonState | TorchState;
