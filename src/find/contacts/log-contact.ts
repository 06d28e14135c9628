import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { londonDay, type Clock } from '#platform/lib/dates.ts'
import type { AskForAssessment } from '#platform/room.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import type { Person } from '#people/persons/person.ts'
import { updateFirstContact } from '#find/referrals/referrals.sql.ts'
import { channelWords, talkedWith } from './contact.ts'
import type { contactForm } from './contact-form.ts'
import { insertContact, updatePromiseKept } from './contacts.sql.ts'
import { contactDraft } from './draft.ts'
import { deleteDraft } from './drafts.sql.ts'
import { momentOf } from './moment.rules.ts'

export type ContactTyped = Extract<
  ReturnType<ReturnType<typeof contactForm>['read']>,
  { ok: true }
>['value']

/**
 * Keeps a contact: a promise it was made to keep is ticked off, a referral that waited for a first
 * talk waits no longer, an assessment that was asked for in it begins its clock with that day, and
 * what was kept of it as a draft goes.
 */
export async function logContact(
  tx: Tx,
  actor: Actor & { readonly accountId: string },
  of: {
    readonly contact: ContactTyped
    readonly person: Person
    readonly organisationId: number | null
    readonly clock: Clock
    readonly askForAssessment: AskForAssessment | null
  },
): Promise<void> {
  const { person, organisationId, clock, askForAssessment } = of
  if (organisationId === null)
    throw new Forbidden('No organisation of the actor’s works with the carer')
  const { on, time, keeps, words, followUp, followUpOn, followUpBy, ...contact } = of.contact
  const at = momentOf(on, time, { today: clock.today(), at: clock.now() })
  await insertContact(tx, {
    ...contact,
    authorityId: actor.authorityId,
    personId: person.id,
    organisationId,
    accountId: actor.accountId,
    at,
    words: words ?? '',
    ...(followUp === null ? {} : { followUp, followUpOn, followUpBy }),
  })
  if (keeps !== null) await updatePromiseKept(tx, { id: keeps, at: clock.now() })
  if (talkedWith(contact)) {
    await updateFirstContact(tx, { personId: person.id, on: londonDay(at) })
  }
  if (contact.assessmentAskedFor && askForAssessment !== null) {
    const where = `In a contact: ${channelWords[contact.channel].toLowerCase()}`
    await askForAssessment(tx, { actor, personId: person.id, on: londonDay(at), where })
  }
  await deleteDraft(tx, { actor, personId: person.id, form: contactDraft })
}
