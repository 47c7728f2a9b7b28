/** Makes a rule of a kind of mismatch: most rules differ only in what they match, what follows from it, and how to mend it. */
import type { Fix, Severity } from '../../api.ts';
import type { CallEvent } from '../../evaluate/run/listener.ts';
import type { Params } from '../../messages/index.ts';
import { type Use, useOf } from './choices.ts';
import { type Consumer, consumerOf } from './consumer.ts';
import { type Mismatch, mismatches } from './mismatch.ts';
import { originText, relatedOrigins } from './origin.ts';
import { message, type Rule, type RuleContext } from './rule.ts';

export interface MismatchRule {
  readonly id: string;
  readonly severity: Severity;
  readonly fix?: 'safe' | 'unsafe';
  readonly matches: (mismatch: Mismatch, consumer: Consumer) => boolean;
  /** A milder or graver case. */
  readonly severityOf?: (mismatch: Mismatch) => Severity;
  /** Numbers for the message; with any, the message key is `rule.<id>.numbers`. */
  readonly numbers?: (mismatch: Mismatch) => Params | undefined;
  /** Other words for a special case: the message key is `rule.<id>.<variant>`. */
  readonly variant?: (mismatch: Mismatch) => string | undefined;
  /** What another choice may make right: the value, elsewhere, or the call, of another value. */
  readonly use?: (mismatch: Mismatch) => Use | undefined;
  readonly fixes?: (mismatch: Mismatch, context: RuleContext) => readonly Fix[];
  /** The same mistake, where no space tells it. */
  readonly onCall?: (event: CallEvent, context: RuleContext) => void;
}

export function mismatchRule(kind: MismatchRule): Rule {
  return {
    id: kind.id,
    severity: kind.severity,
    ...(kind.fix ? { fix: kind.fix } : {}),
    onCall(event, context) {
      kind.onCall?.(event, context);
      for (const mismatch of mismatches(event)) {
        if (!kind.matches(mismatch, consumerOf(event, mismatch.accepts.role))) continue;
        const numbers = kind.numbers?.(mismatch);
        const variant = kind.variant?.(mismatch) ?? (numbers ? 'numbers' : undefined);
        const key = variant === undefined ? `rule.${kind.id}` : `rule.${kind.id}.${variant}`;
        context.report({
          place: mismatch.place,
          message: message(key, {
            consumer: shortName(event.row.name),
            origin: originText(mismatch.space, context),
            space: `@space.${mismatch.space.name}`,
            ...numbers,
          }),
          severity: kind.severityOf?.(mismatch) ?? kind.severity,
          related: relatedOrigins(mismatch.space),
          fixes: kind.fixes?.(mismatch, context) ?? [],
          use: kind.use ? kind.use(mismatch) : useOf(mismatch.space, event),
        });
      }
    },
  };
}

/** Keras' losses with `from_logits`: what contradicts the last layer is corrected by one of its backends only. */
export function fromLogits({ event }: Mismatch): 'keras' | undefined {
  return event.args.has('fromLogits') && /(?:^|\.)keras\./.test(event.row.name) ? 'keras' : undefined;
}

/** `torch.nn.functional.cross_entropy` → `cross_entropy`; calling an instance is named after its class. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
