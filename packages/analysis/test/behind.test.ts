import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createBehind, isGivenAway } from '../src/evaluate/entries/behind.ts';

const parser = await createTestParser();

/** What lies behind each function, by its name. */
function behindIn(source: string, telling: readonly string[]): Record<string, string | undefined> {
  const { body } = parser.parse(source, 'python');
  const behind = createBehind(body, () => new Set(telling));
  return Object.fromEntries(body.flatMap((one) => (one.kind === 'function' ? [[one.name, behind(one)] as const] : [])));
}

test('behind a factory lies what lies behind its helpers, by whatever name and with whatever numbers they are called', () => {
  const { _create, _mobile, _heavy, tiny, large } = behindIn(
    `
def _create(variant, **kwargs):
    return build(Net, variant, **kwargs)
def _mobile(variant, width=1.0, **kwargs):
    settings = dict(width=width, **kwargs)
    model = _create(variant, **settings)
    return model
def _heavy(variant):
    return _create(variant, depth=24)
def tiny(pretrained=False):
    model = _mobile('tiny', width=0.5)
    return model
def large(pretrained=False):
    return _heavy('large')
`,
    ['build', 'Net', '_create', '_mobile', '_heavy', 'tiny', 'large'],
  );
  expect(_create).toBe('Net,build');
  expect([_mobile, _heavy, tiny, large]).toEqual([_create, _create, _create, _create]);
  expect(isGivenAway('Net,build')).toBe(true);
});

test('what is done with a result, what is passed along and what is called beside it tells functions apart', () => {
  const behind = behindIn(
    `
def setup():
    return Net()
def main():
    model = setup()
    model(1)
def trained():
    model = setup()
    train(model)
    return model
def wrapped():
    return Wrapper(setup())
def other():
    return Net(block=Block)
def nested():
    return [setup() for _ in range(2)]
`,
    ['Net', 'Block', 'Wrapper', 'train', 'setup'],
  );
  expect(behind).toEqual({
    setup: 'Net',
    main: 'call of setup',
    trained: 'call of setup,call of train,train',
    wrapped: 'Wrapper,call of setup,setup',
    other: 'Block,Net',
    nested: 'call of setup,setup',
  });
  expect(isGivenAway('call of setup,setup')).toBe(false);
});

test('helpers that call each other have an end, of two of one name neither is looked into, and a closure is too much', () => {
  const behind = behindIn(
    `
def ping(n):
    return pong(n)
def pong(n):
    return ping(n) if n else Net()
def twice():
    return Net()
def twice(n=1):
    return Other(n)
def both():
    return twice()
def closure():
    return lambda: Net()
`,
    ['ping', 'pong', 'twice', 'Net', 'Other'],
  );
  expect(behind.ping).toBe('Net,call of Net,call of ping,ping');
  expect(behind.both).toBe('twice');
  expect(behind.closure).toBeUndefined();
});
