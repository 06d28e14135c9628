import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Body } from '#platform/web/form.ts'

type OfDraft = {
  readonly actor: Actor & { readonly accountId: string }
  readonly personId: string
  readonly form: string
}

export type Draft = { readonly typed: Body; readonly savedAt: string }

/** What the actor had begun to type about a person, or undefined. */
export async function findDraft(tx: Tx, of: OfDraft): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(['typed', 'savedAt'])
    .where('accountId', '=', of.actor.accountId)
    .where('personId', '=', of.personId)
    .where('form', '=', of.form)
    .executeTakeFirst()
  return row === undefined ? undefined : { typed: row.typed as Body, savedAt: row.savedAt }
}

/** Keeps what was typed so far, in place of what was kept before. */
export async function saveDraft(
  tx: Tx,
  of: OfDraft & { readonly typed: Body; readonly at: string },
): Promise<void> {
  const { actor, personId, form } = of
  const typed = JSON.stringify(of.typed)
  await tx
    .insertInto('draft')
    .values({
      authorityId: actor.authorityId,
      accountId: actor.accountId,
      personId,
      form,
      typed,
      savedAt: of.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'accountId', 'personId', 'form'])
        .doUpdateSet({ typed, savedAt: of.at }),
    )
    .execute()
}

export async function deleteDraft(tx: Tx, of: OfDraft): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('accountId', '=', of.actor.accountId)
    .where('personId', '=', of.personId)
    .where('form', '=', of.form)
    .execute()
}
