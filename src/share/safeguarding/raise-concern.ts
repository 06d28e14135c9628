import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { londonDay, type IsoInstant } from '#platform/lib/dates.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newReference } from '#platform/lib/reference.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { elsewhere, type raiseForm } from './raise-form.ts'
import { insertConcern, listLeadAddresses } from './safeguarding.sql.ts'

export type Raised = Extract<
  ReturnType<ReturnType<typeof raiseForm>['read']>,
  { ok: true }
>['value']

/** Somebody about whom a concern may be raised from a record: its person, or one of their family. */
export type OnRecord = { readonly id: string; readonly name: string; readonly hint: string }

/**
 * Keeps a concern and tells every safeguarding lead that there is one, once however often it is sent.
 * The message names nobody: it may be read by others.
 */
export async function raiseConcern(
  tx: Tx,
  actor: Actor,
  of: {
    readonly raised: Raised
    readonly recordId: string | null
    readonly people: readonly OnRecord[]
    readonly at: IsoInstant
    readonly url: string
  },
): Promise<void> {
  const { raised, recordId, people, at } = of
  const [organisationId] = actor.organisationIds
  if (actor.accountId === null || organisationId === undefined)
    throw new Forbidden('A concern is raised by somebody of an organisation')
  const person = people.find(({ id }) => id === raised.who)
  const kept = await insertConcern(tx, {
    authorityId: actor.authorityId,
    id: raised.id,
    reference: newReference('SGC'),
    recordId,
    personId: raised.who === elsewhere ? null : raised.who,
    aboutName: person?.name ?? raised.name ?? '',
    about: raised.about,
    kinds: raised.kinds,
    inDanger: raised.danger === 'yes',
    words: raised.words,
    wishes: raised.wishes,
    personKnows: raised.knows,
    raisedBy: actor.accountId,
    raisedByName: actor.displayName,
    organisationId,
    raisedAt: at,
  })
  if (!kept) return
  for (const recipient of await listLeadAddresses(tx, {
    authorityId: actor.authorityId,
    today: londonDay(at),
  })) {
    await queueMessage(tx, {
      authorityId: actor.authorityId,
      channel: 'email',
      purpose: 'office',
      recipient,
      subject:
        raised.danger === 'yes' ? 'Urgent: a safeguarding concern' : 'A safeguarding concern',
      body: `Somebody has raised a safeguarding concern${raised.danger === 'yes' ? ', and says that somebody is in danger now' : ''}. Sign in to read it: ${of.url}/safeguarding/${raised.id}`,
    })
  }
}
