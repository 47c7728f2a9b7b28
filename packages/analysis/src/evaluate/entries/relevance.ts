/**
 * Where only findings are wanted, what can give none is not run: a function that names no activation, loss, sampler or the like,
 * and nothing of the program that does.
 */
import type { ClassDefinition, FunctionDefinition, Import, Statement } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import { noteImport, resolveModule } from '../../resolve/modules.ts';
import type { Run, Session } from '../run/run.ts';

type Definition = FunctionDefinition | ClassDefinition;

/** What consumes or makes a logit or a probability; the words of losses in people's own names too. */
const telling =
  /soft_?max|softmin|sigmoid|expit|loss|criteri|objective|entropy|nll|bce|categorical|bernoulli|multinomial|\.compile\(|log_prob|\bexp\(|\blog\(|choice\(|accuracy|metric|auc|kl_?div|one_hot|predict_proba|[<>]=?\s*0?\.5\b|\bround\(/i;

export const isTelling = (text: string): boolean => telling.test(text);

export function isRelevant(run: Run, document: ParsedDocument, definition: Definition): boolean {
  const text = document.text.slice(definition.start, definition.end);
  if (telling.test(text)) return true;
  const names = tellingNames(run, document);
  return (text.match(identifier) ?? []).some((word) => names.has(word));
}

const identifier = /[A-Za-z_]\w*/g;
const known = new WeakMap<Session, Map<string, ReadonlySet<string>>>();
const maxDepth = 6;

/** Names of the document's top level behind which something telling lies, in this document or in one that it imports. */
export function tellingNames(run: Run, document: ParsedDocument, depth = 0): ReadonlySet<string> {
  const perSession = known.get(run.session) ?? new Map<string, ReadonlySet<string>>();
  known.set(run.session, perSession);
  const memo = perSession.get(document.path);
  if (memo) return memo;
  const names = new Set<string>();
  perSession.set(document.path, names);
  const definitions = definitionsOf(document.module.body);
  for (const statement of importsOf(document.module.body)) addImported(run, document, statement, names, depth);
  const texts = definitions.map((one) => [one.name, document.text.slice(one.start, one.end)] as const);
  for (const [name, text] of texts) if (telling.test(text)) names.add(name);
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const [name, text] of texts) {
      if (!names.has(name) && (text.match(identifier) ?? []).some((word) => names.has(word))) names.add(name);
    }
  }
  return names;
}

function addImported(run: Run, document: ParsedDocument, statement: Import, names: Set<string>, depth: number): void {
  const { module, level } = statement;
  const path = resolveModule(run, document, module, level);
  const target = path === undefined ? undefined : run.session.project.module(path);
  if (target) noteImport(run.session, document.path, target.path);
  if (statement.wholeModule) {
    if (target && (telling.test(target.text) || isPackage(target))) names.add(statement.alias ?? module.split('.')[0] ?? module);
    return;
  }
  const theirs = target && depth < maxDepth ? tellingNames(run, target, depth + 1) : undefined;
  for (const { name, alias } of statement.names) {
    if (name === '*') for (const each of theirs ?? []) names.add(each);
    else if (theirs?.has(name) || (target && depth >= maxDepth)) names.add(alias ?? name);
    else if (isTellingModule(run, document, module === '' ? name : `${module}.${name}`, level)) names.add(alias ?? name);
  }
}

/** `from trainers import classification`: a module by its name. */
function isTellingModule(run: Run, document: ParsedDocument, module: string, level: number): boolean {
  const path = resolveModule(run, document, module, level);
  const target = path === undefined ? undefined : run.session.project.module(path);
  if (target) noteImport(run.session, document.path, target.path);
  return target !== undefined && (telling.test(target.text) || isPackage(target));
}

const isPackage = ({ path }: ParsedDocument): boolean => path.endsWith('__init__.py');

function definitionsOf(statements: readonly Statement[], depth = 0): readonly Definition[] {
  if (depth > 4) return [];
  return statements.flatMap((statement): readonly Definition[] => {
    if (statement.kind === 'function' || statement.kind === 'class') return [statement];
    return innerBlocks(statement).flatMap((block) => definitionsOf(block, depth + 1));
  });
}

function importsOf(statements: readonly Statement[], depth = 0): readonly Import[] {
  if (depth > 4) return [];
  return statements.flatMap((statement): readonly Import[] => {
    if (statement.kind === 'import') return [statement];
    if (statement.kind === 'function' || statement.kind === 'class') return importsOf(statement.body, depth + 1);
    return innerBlocks(statement).flatMap((block) => importsOf(block, depth + 1));
  });
}

function innerBlocks(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === 'if') return [statement.then, statement.otherwise];
  if (statement.kind === 'try') return [statement.body, ...statement.handlers.map(({ body }) => body)];
  return statement.kind === 'with' || statement.kind === 'block' ? [statement.body] : [];
}
