import { z } from 'zod'
import { Conflict, NotFound } from '#platform/lib/errors.ts'
import type { ApiRoute } from '#platform/room.ts'
import { termOf } from './carer-codes.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import type { Flagged } from './practice-list.rules.ts'
import { findOwnPractice, noteListRead, readPracticeList } from './read-practice-list.ts'

const practice = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_000_000_000)
  .optional()
  .describe('The number of the practice, where the account is at several')

const flagged = z.object({
  id: z.uuid(),
  nhs_number: z.string().nullable(),
  family_name: z.string(),
  given_name: z.string(),
  date_of_birth: z.iso.date().nullable(),
  codes: z.array(z.object({ code: z.string().describe('SNOMED CT'), term: z.string() })),
})

const receipt = z.object({
  number: z.number().int(),
  confirmed_at: z.string(),
  confirmed_by: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  ended: z.number().int(),
  flagged: z.number().int(),
})

const answer = z.object({
  practice: z.object({ id: z.number().int(), name: z.string(), code: z.string().nullable() }),
  added: z.array(flagged),
  changed: z.array(flagged).describe('With the codes of today'),
  ended: z.array(flagged).describe('With the codes to end'),
  unchanged: z.array(flagged),
  receipts: z.array(receipt).describe('Newest first, twelve at most'),
  to_confirm: z
    .object({ number: z.number().int(), mark: z.string() })
    .describe('To be sent back once the practice’s records have these changes'),
})

/** The carers whom a practice may flag, and what changed since its last receipt. */
export const practiceListApi: ApiRoute = {
  method: 'GET',
  path: '/api/practice-list',
  summary:
    'Carers who agreed that their practice flags them, with what changed since the last receipt',
  tag: 'GP practices',
  may: ['referrer'],
  scope: 'practice-list.read',
  query: z.object({ practice }),
  answer,
  run: ({ query, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const own = await findOwnPractice(tx, actor, (query as { practice?: number }).practice)
      if (own === null) throw new NotFound('practice')
      const list = await readPracticeList(tx, own, clock.today())
      await noteListRead(tx, actor, list)
      const { added, changed, ended, same } = list.changes
      return {
        practice: own,
        added: added.map(asAnswered),
        changed: changed.map(asAnswered),
        ended: ended.map(asAnswered),
        unchanged: same.map(asAnswered),
        receipts: list.receipts.map(({ confirmedAt, confirmedName, ...counts }) => ({
          ...counts,
          confirmed_at: confirmedAt,
          confirmed_by: confirmedName,
        })),
        to_confirm: list.next,
      }
    }),
}

function asAnswered(of: Flagged): z.output<typeof flagged> {
  return {
    id: of.personId,
    nhs_number: of.nhsNumber,
    family_name: of.familyName,
    given_name: of.givenName,
    date_of_birth: of.dateOfBirth,
    codes: of.codes.map((code) => ({ code, term: termOf(code) })),
  }
}

const body = z.object({
  practice,
  number: z.number().int().min(1),
  mark: z.string().min(1).max(64),
})

/** A practice's word that its records have what the list told. */
export const practiceReceiptApi: ApiRoute = {
  method: 'POST',
  path: '/api/practice-list/receipt',
  summary: 'Confirm that the practice’s records have the changes of the list',
  tag: 'GP practices',
  may: ['referrer'],
  scope: 'practice-list.write',
  body,
  answer: z.object({ number: z.number().int(), counted: z.enum(['now', 'before']) }),
  run: ({ body: sent, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const { practice: asked, ...shown } = sent as z.output<typeof body>
      const own = await findOwnPractice(tx, actor, asked)
      if (own === null) throw new NotFound('practice')
      const done = await confirmReceipt(tx, { actor, practice: own, shown, clock })
      if (!done.ok) throw new Conflict('The list has changed since: read it again')
      return { number: shown.number, counted: done.value === 'confirmed' ? 'now' : 'before' }
    }),
}
