import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { OwnWordPart, ToldLink, ToldOpening, ToldPage, ToldPart } from './told.ts'

/** What a carer wrote for their page; null where they wrote nothing yet. */
export async function findToldPage(tx: Tx, personId: string): Promise<ToldPage | null> {
  const found = await tx
    .selectFrom('toldPage')
    .select(['id', 'story', 'needs', 'contacts', 'emergency', 'version'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  return found ?? null
}

type Words = Readonly<Record<OwnWordPart, string | null>>

/** Keeps what the carer wrote; false where it was saved elsewhere since that version was read (0: never). */
export async function saveToldPage(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly personId: string
    readonly version: number
    readonly words: Words
    readonly at: string
  },
): Promise<boolean> {
  const { words, at: changedAt, version, ...whose } = of
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('toldPage')
      .values({ ...whose, ...words, changedAt })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('toldPage')
    .set((eb) => ({ ...words, changedAt, version: eb('version', '+', 1) }))
    .where('personId', '=', of.personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Makes a link, once however often its form is sent. */
export async function insertToldLink(
  tx: Tx,
  link: Pick<
    ToldLink,
    'id' | 'tokenHash' | 'label' | 'parts' | 'madeAt' | 'endsAt' | 'mostOpenings'
  > & {
    readonly authorityId: number
    readonly personId: string
  },
): Promise<void> {
  await tx
    .insertInto('toldLink')
    .values({ ...link, parts: [...link.parts] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const linkColumns = [
  'id',
  'tokenHash',
  'label',
  'parts',
  'madeAt',
  'endsAt',
  'mostOpenings',
  'openings',
  'endedAt',
] as const

/** A person's links, the newest first. */
export async function listToldLinks(tx: Tx, personId: string): Promise<readonly ToldLink[]> {
  return tx
    .selectFrom('toldLink')
    .select(linkColumns)
    .where('personId', '=', personId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** One link of a person; throws NotFound where there is none. */
export async function getToldLink(
  tx: Tx,
  of: { readonly personId: string; readonly id: string },
): Promise<ToldLink> {
  const found = await tx
    .selectFrom('toldLink')
    .select(linkColumns)
    .where('personId', '=', of.personId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('link')
  return found
}

/** Each time a person's links were opened, the newest first. */
export async function listToldOpenings(tx: Tx, personId: string): Promise<readonly ToldOpening[]> {
  return tx
    .selectFrom('toldOpening')
    .select(['linkId', 'at', 'who'])
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Ends a link at once; harmless where it has ended. */
export async function endToldLink(
  tx: Tx,
  of: { readonly personId: string; readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('toldLink')
    .set({ endedAt: of.at })
    .where('personId', '=', of.personId)
    .where('id', '=', of.id)
    .where('endedAt', 'is', null)
    .execute()
}

/** Whether a token opens a link at that moment, without opening it. */
export async function toldLinkOpens(
  tx: Tx,
  of: { readonly tokenHash: string; readonly at: string },
): Promise<boolean> {
  const { rows } = await sql<{ opens: boolean }>`
    select told_link_opens(${of.tokenHash}, ${of.at}) as opens`.execute(tx)
  return rows[0]?.opens ?? false
}

/** Opens a link: counts it, writes down who said they were there, and gives what it shows; else null. */
export async function openToldLink(
  tx: Tx,
  of: {
    readonly tokenHash: string
    readonly at: string
    readonly openingId: string
    readonly who: string | null
  },
): Promise<{ readonly personId: string; readonly parts: readonly ToldPart[] } | null> {
  const { rows } = await sql<{ personId: string; parts: ToldPart[] }>`
    select person_id, parts from open_told_link(${of.tokenHash}, ${of.at}, ${of.openingId}, ${of.who})`.execute(
    tx,
  )
  return rows[0] ?? null
}
