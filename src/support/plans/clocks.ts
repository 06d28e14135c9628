import type { ClockSource } from '#platform/clock-source.ts'
import { endsUnlessReferred } from '#find/referrals/clocks.ts'
import { listStartsOf } from './plan-starts.sql.ts'
import { listPlansOf } from './plans.sql.ts'

/**
 * A plan is agreed; support starts with the first thing of it that is done or paid, or with the plan
 * where nothing more was to be done; the matter ends with a plan that was given up.
 */
export const planClocks: readonly ClockSource[] = [
  {
    step: 'planned',
    list: async (tx, { personId }) =>
      (await listPlansOf(tx, personId)).flatMap(({ agreedOn, kind }) =>
        agreedOn === null ? [] : [{ on: agreedOn, kind }],
      ),
    // A plan that rests on a decision has waited since then, which the pathway knows.
    running: async (tx, { personId }) =>
      (await listPlansOf(tx, personId)).flatMap(({ state, determinationId, startedOn, kind }) =>
        state === 'draft' && determinationId === null
          ? [{ sinceOn: startedOn, promisedOn: null, kind }]
          : [],
      ),
  },
  {
    step: 'supported',
    list: async (tx, { personId }) =>
      (await listStartsOf(tx, personId)).flatMap(({ startedOn, kind }) =>
        startedOn === null ? [] : [{ on: startedOn, kind }],
      ),
    running: async (tx, { personId }) =>
      (await listStartsOf(tx, personId)).flatMap(
        ({ startedOn, state, agreedOn, promisedOn, kind }) =>
          startedOn === null && state === 'agreed' ? [{ sinceOn: agreedOn, promisedOn, kind }] : [],
      ),
  },
  {
    step: 'ended',
    list: async (tx, { personId }) =>
      endsUnlessReferred(
        tx,
        personId,
        (await listPlansOf(tx, personId)).flatMap(({ endedOn, kind }) =>
          endedOn === null ? [] : [{ on: endedOn, kind }],
        ),
      ),
  },
]
