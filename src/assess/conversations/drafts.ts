import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { timeInWords, type IsoInstant } from '#platform/lib/dates.ts'
import type { Body } from '#platform/web/form.ts'
import { file, see, type Context, type Reply } from '#platform/web/page.ts'
import { withAccount } from '#find/contacts/contacters.ts'
import { deleteDraft, findDraft, saveDraft } from '#find/contacts/drafts.sql.ts'

/** Under which name what is being typed is kept: of a new conversation, or of a part of one. */
export type DraftOf = { readonly personId: string; readonly form: string }

/** What the actor had begun to type here, over what stands in the form. */
export async function draftOver(
  tx: Tx,
  actor: Actor,
  of: DraftOf & { readonly typed: Body },
): Promise<{ readonly typed: Body; readonly draftAt: IsoInstant | null }> {
  const draft = await findDraft(tx, { ...of, actor: withAccount(actor) })
  return { typed: { ...of.typed, ...draft?.typed }, draftAt: draft?.savedAt ?? null }
}

/**
 * Keeps what was typed, right or wrong, where the script saves in passing or somebody goes away to
 * come back; null where the form is sent to be saved.
 */
export async function keptAsDraft(
  tx: Tx,
  { headers, body, actor, clock }: Pick<Context, 'headers' | 'body' | 'actor' | 'clock'>,
  of: DraftOf & { readonly back: string },
): Promise<Reply | null> {
  const inPassing = headers['x-autosave'] === '1'
  if (!inPassing && body['then'] !== 'draft') return null
  const { then: _, ...typed } = body
  const at = clock.now()
  await saveDraft(tx, {
    personId: of.personId,
    form: of.form,
    actor: withAccount(actor),
    typed,
    at,
  })
  if (!inPassing) return see(of.back)
  return file({
    name: 'kept.json',
    type: 'application/json',
    body: JSON.stringify({ versions: {}, said: `Kept as a draft at ${timeInWords(at)}` }),
    disposition: 'inline',
  })
}

/** Forgets the draft, once what it held is saved. */
export function forgetDraft(tx: Tx, actor: Actor, of: DraftOf): Promise<void> {
  return deleteDraft(tx, { ...of, actor: withAccount(actor) })
}
