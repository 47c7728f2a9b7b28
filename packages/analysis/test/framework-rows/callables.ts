/** Everything that the tables describe, with the text of a program that calls it as its documentation says. */
import {
  type Accepts,
  type ClassRow,
  type ConstantRow,
  type FunctionRow,
  type Gives,
  type Library,
  lookup,
  type Parameter,
  parseSignature,
  type Row,
  topLevelModule,
} from '@softlens/frameworks';

export interface Callable {
  /** `torch.nn.Linear`, `torch.nn.Linear()` for its instances, `torch.distributions.Categorical.sample`. */
  readonly name: string;
  readonly library: Library;
  /** What the call's fact names. */
  readonly rowName: string;
  readonly kind: 'function' | 'method' | 'construct' | 'instance' | 'property';
  /** Without `self`. */
  readonly parameters: readonly Parameter[];
  /** Of the constructor, for an instance or a method. */
  readonly construction: readonly Parameter[];
  readonly accepts: readonly Accepts[];
  readonly gives: readonly Gives[];
  /** What is called, as text: with the constructor's arguments for its parts, with the array for a method of arrays. */
  readonly callee: (made: string, array?: string) => string;
  /** The array that it is a method of has this role. */
  readonly receiver?: string;
  readonly language: 'python' | 'javascript';
}

type Part = Pick<FunctionRow, 'signature' | 'accepts' | 'gives' | 'property'>;

export function callablesOf(library: Library): readonly Callable[] {
  const named = library.rows.flatMap((row) => ofRow(library, row));
  return named.filter(({ name }, i) => named.findIndex((one) => one.name === name) === i);
}

function ofRow(library: Library, row: Row): readonly Callable[] {
  if (row.kind === 'constant') return [];
  if (row.kind === 'function') return [ofFunction(library, row)];
  const language = languageOf(library);
  const construction = parseSignature(row.signature);
  const base = { library, construction, language } as const;
  const made: Callable = {
    ...base,
    ...ofPart(row),
    construction: [],
    gives: [],
    name: row.name,
    rowName: row.name,
    kind: 'construct',
    callee: () => reference(row.name, language),
  };
  const parts: readonly (readonly [string, Part])[] = [
    ...(row.call ? [['()', row.call] as const] : []),
    ...Object.entries(row.methods ?? {}).map(([name, part]) => [`.${name}`, part] as const),
  ];
  return [made, ...parts.map(([suffix, part]) => ofMember({ ...base, row, suffix, part }))];
}

/** Read, not called. */
export function constantOf(library: Library, { name }: ConstantRow): Callable {
  const language = languageOf(library);
  const nothing = { parameters: [], construction: [], accepts: [], gives: [] };
  return { library, language, ...nothing, name, rowName: name, kind: 'property', callee: () => reference(name, language) };
}

interface Member {
  readonly library: Library;
  readonly construction: readonly Parameter[];
  readonly language: Callable['language'];
  readonly row: ClassRow;
  readonly suffix: string;
  readonly part: Part;
}

function ofMember({ library, construction, language, row, suffix, part }: Member): Callable {
  const isCall = suffix === '()';
  return {
    library,
    construction,
    language,
    ...ofPart(part),
    name: row.name + suffix,
    rowName: isCall ? row.name : row.name + suffix,
    kind: part.property ? 'property' : isCall ? 'instance' : 'method',
    callee: (made) => `${reference(row.name, language)}${made}${isCall ? '' : suffix}`,
  };
}

function ofFunction(library: Library, row: FunctionRow): Callable {
  const language = languageOf(library);
  const dot = row.name.lastIndexOf('.');
  const [parent, member] = [row.name.slice(0, dot), row.name.slice(dot + 1)];
  const isMethod = parseSignature(row.signature)[0]?.name === 'self';
  const owner = isMethod && parent !== library.dialect.tensor ? lookup(parent)?.row : undefined;
  const on = owner?.kind === 'class' ? `${reference(parent, language)}()` : undefined;
  return {
    library,
    language,
    construction: [],
    ...ofPart(row),
    name: row.name,
    rowName: row.name,
    kind: row.property ? 'property' : isMethod ? 'method' : 'function',
    callee: (_made, array = 'array') => (isMethod || row.property ? `${on ?? array}.${member}` : reference(row.name, language)),
    ...(isMethod && on === undefined && { receiver: parseSignature(row.signature)[0]?.role ?? 'x' }),
  };
}

const ofPart = ({ signature, accepts, gives }: Part) => ({
  parameters: parseSignature(signature).filter(({ name }) => name !== 'self'),
  accepts: accepts ?? [],
  gives: gives ?? [],
});

const languageOf = ({ dialect }: Library): Callable['language'] => (dialect.print === 'javascript' ? 'javascript' : 'python');

/** The name as a program writes it that has imported the package as a whole. */
export function reference(name: string, language: Callable['language']): string {
  const module = topLevelModule(name);
  if (module === 'softlens') return name.slice(module.length + 1);
  return language === 'javascript' ? `lib.${name.slice(module.length + 1)}` : name;
}

/** Arguments by role; positional ones first, as they stand in the signature. */
export function argumentsText(
  parameters: readonly Parameter[],
  given: (parameter: Parameter) => string | undefined,
  language: Callable['language'],
): string {
  const texts: string[] = [];
  const options: string[] = [];
  const gaps: string[] = [];
  let positional = true;
  for (const parameter of parameters) {
    const text = given(parameter);
    if (parameter.kind === 'restDict') continue;
    if (text === undefined) {
      if (language === 'javascript' && parameter.kind === 'positional') gaps.push('undefined');
      positional = false;
      continue;
    }
    const byName = parameter.kind === 'keywordOnly' || (!positional && parameter.kind === 'positional');
    if (language === 'javascript') {
      if (parameter.kind === 'keywordOnly') options.push(`${parameter.name}: ${text}`);
      else texts.push(...gaps.splice(0), text);
    } else texts.push(byName ? `${parameter.name}=${text}` : text);
  }
  return `(${[...texts, ...(options.length > 0 ? [`{ ${options.join(', ')} }`] : [])].join(', ')})`;
}
