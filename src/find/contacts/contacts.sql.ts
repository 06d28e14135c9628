import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { PersonSummary } from '#people/persons/person.ts'
import type { Contact } from './contact.ts'

/** Writes a contact down; false where it is there already (the same form sent twice). */
export async function insertContact(
  tx: Tx,
  contact: Omit<Insertable<DB['contact']>, 'readers' | 'version'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('contact')
    .values(contact)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function selectContacts(tx: Tx) {
  return tx
    .selectFrom('contact')
    .leftJoin('account as worker', (join) =>
      join
        .onRef('worker.authorityId', '=', 'contact.authorityId')
        .onRef('worker.id', '=', 'contact.accountId'),
    )
    .leftJoin('account as promiser', (join) =>
      join
        .onRef('promiser.authorityId', '=', 'contact.authorityId')
        .onRef('promiser.id', '=', 'contact.followUpBy'),
    )
    .selectAll('contact')
    .select(['worker.displayName as by', 'promiser.displayName as promisedBy'])
}

/** A person's contacts, newest first. */
export const listContacts = statement((tx, personId: string) =>
  selectContacts(tx)
    .where('contact.personId', '=', personId)
    .orderBy('contact.at', 'desc')
    .orderBy('contact.id', 'desc'),
)

/** One contact; throws NotFound where the actor may not read it. */
export async function getContact(tx: Tx, id: string): Promise<Contact> {
  const contact = await selectContacts(tx).where('contact.id', '=', id).executeTakeFirst()
  if (contact === undefined) throw new NotFound('contact')
  return contact
}

/** Promises made to a person and not kept yet, soonest first. */
export const listPromisesTo = statement((tx, personId: string) =>
  selectContacts(tx)
    .where('contact.personId', '=', personId)
    .where('contact.followUpOn', 'is not', null)
    .where('contact.followUpDoneAt', 'is', null)
    .orderBy('contact.followUpOn')
    .orderBy('contact.id'),
)

export type PromiseDue = {
  readonly id: string
  readonly followUp: string
  readonly followUpOn: string
} & Pick<PersonSummary, 'givenName' | 'familyName' | 'knownAs'>

/** Promises that this worker keeps, soonest first, and how many there are in all. */
export async function listPromisesBy(
  tx: Tx,
  of: { readonly workerId: string; readonly limit: number },
): Promise<{ readonly promises: readonly PromiseDue[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('contact')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'contact.authorityId')
        .onRef('person.id', '=', 'contact.personId'),
    )
    .select([
      'contact.id',
      'contact.followUp',
      'contact.followUpOn',
      'person.givenName',
      'person.familyName',
      'person.knownAs',
    ])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('contact.followUpBy', '=', of.workerId)
    .where('contact.followUpOn', 'is not', null)
    .where('contact.followUpDoneAt', 'is', null)
    .orderBy('contact.followUpOn')
    .orderBy('contact.id')
    .limit(of.limit)
    .execute()
  const promises = rows.map((row) => ({
    ...row,
    followUp: row.followUp ?? '',
    followUpOn: row.followUpOn ?? '',
  }))
  return { promises, total: rows[0]?.total ?? 0 }
}

/** Ticks a promise off; one that is ticked off already keeps its moment. */
export async function updatePromiseKept(
  tx: Tx,
  of: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('contact')
    .set((eb) => ({ followUpDoneAt: of.at, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('followUpOn', 'is not', null)
    .where('followUpDoneAt', 'is', null)
    .execute()
}
