import { describe, expect, test } from 'vitest';
import type { Accepts, ClassRow, FunctionRow, Gives, Row } from '../src/index.ts';
import {
  conventionalAliases,
  conventionalAliasesOfJavaScript,
  isNamespace,
  libraries,
  lookup,
  operations,
  parseSignature,
  protocols,
  signatureProblem,
} from '../src/index.ts';

/** Everything callable that a row describes: itself, its call, its methods, each with the roles it sees. */
interface Callable {
  readonly name: string;
  readonly signature: string;
  readonly op?: string;
  readonly fixed?: FunctionRow['fixed'];
  readonly accepts: readonly Accepts[];
  readonly gives: readonly Gives[];
  readonly roles: ReadonlySet<string>;
}

const rolesOf = (signature: string) => parseSignature(signature).map((parameter) => parameter.role);

function callables(row: Row): Callable[] {
  if (row.kind === 'constant') return [];
  const accepts = row.accepts ?? [];
  if (row.kind === 'function') return [callable(row.name, row, [])];
  const own = rolesOf(row.signature);
  const made: Callable = { name: row.name, signature: row.signature, accepts, gives: [], roles: new Set(own) };
  const parts = Object.entries({ ...row.methods, ...(row.call === undefined ? {} : { '()': row.call }) });
  return [made, ...parts.map(([name, part]) => callable(`${row.name}.${name}`, part, own))];
}

function callable(name: string, part: NonNullable<ClassRow['call']>, outer: readonly string[]): Callable {
  const roles = new Set([...outer, ...rolesOf(part.signature), ...Object.keys(part.fixed ?? {})]);
  return { ...part, name, accepts: part.accepts ?? [], gives: part.gives ?? [], roles };
}

describe.each(libraries.map((library) => [library.name, library] as const))('%s', (_name, library) => {
  const all = library.rows.flatMap(callables);

  test('names are unique and belong to the library', () => {
    const names = library.rows.flatMap((row) => [row.name, ...(row.also ?? [])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !library.modules.some((module) => name.startsWith(`${module}.`)))).toEqual([]);
  });

  test('rows are plain data', () => {
    expect(JSON.parse(JSON.stringify(library.rows))).toEqual(library.rows);
  });

  test('every row says where it is documented', () => {
    expect(library.rows.filter((row) => !/^https:\/\/[\w.-]+\/\S*$/.test(row.source)).map((row) => row.name)).toEqual([]);
  });

  test('signatures can be read', () => {
    expect(
      all.filter(({ signature }) => signatureProblem(signature) !== undefined).map(({ name, signature }) => name + signature),
    ).toEqual([]);
  });

  test('operations are known, and every role is one of theirs', () => {
    const wrong = all.flatMap(({ name, op, signature, fixed }) => {
      if (op === undefined) return [];
      const info = Object.entries(operations).find(([key]) => key === op)?.[1];
      if (info === undefined) return [`${name}: ${op}?`];
      const known: readonly string[] = info.roles;
      const roles = [...rolesOf(signature), ...Object.keys(fixed ?? {})];
      return roles
        .filter((role) => !role.startsWith('_') && role !== 'self' && !known.includes(role))
        .map((role) => `${name}: ${op} has no role ${role}`);
    });
    expect(wrong).toEqual([]);
  });

  test('what is accepted and given speaks of roles that exist', () => {
    const wrong = all.flatMap(({ name, accepts, gives, roles }) => {
      const named = [...accepts, ...gives].flatMap((each) => [
        ...('role' in each ? [each.role] : []),
        ...('from' in each && each.from !== undefined ? [each.from] : []),
        ...(typeof each.axis === 'object' ? [each.axis.role] : []),
        ...Object.keys(each.when ?? {}),
      ]);
      return named.filter((role) => !roles.has(role)).map((role) => `${name}: ${role}`);
    });
    expect(wrong).toEqual([]);
  });

  test('protocols, bases, aliases and identifiers resolve', () => {
    const classes = library.rows.filter((row) => row.kind === 'class');
    expect(classes.filter((row) => row.protocol !== undefined && !(row.protocol in protocols)).map((row) => row.name)).toEqual(
      [],
    );
    expect(classes.flatMap((row) => row.bases ?? []).filter((base) => lookup(base)?.row.kind !== 'class')).toEqual([]);
    const targets = Object.values(library.identifiers ?? {}).flatMap((group) => Object.values(group));
    expect(targets.filter((name) => lookup(name) === undefined)).toEqual([]);
    const aliased = (library.moduleAliases ?? []).map(([, to]) => to);
    expect(aliased.filter((name) => !isNamespace(name) && lookup(name) === undefined)).toEqual([]);
  });
});

test('every operation is named by some row', () => {
  const used = new Set(libraries.flatMap((library) => library.rows.flatMap(callables)).map(({ op }) => op));
  expect(Object.keys(operations).filter((name) => !used.has(name))).toEqual([]);
});

test.each([
  ['Python', conventionalAliases],
  ['JavaScript', conventionalAliasesOfJavaScript],
])('conventional names of %s lead somewhere', (_language, aliases) => {
  expect(Object.values(aliases).filter((name) => lookup(name) === undefined && !isNamespace(name))).toEqual([]);
});
