import { workers } from '#platform/access/duties.ts'
import type { Actor } from '#platform/access/actor.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { readReference } from '#platform/lib/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import { freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { accountOf } from '../opened-by.ts'
import type { OverrideKind } from '../override.ts'
import { openForm } from '../override-forms.ts'
import { closesAt, opens } from '../override.rules.ts'
import { insertOverride, isReadable, listSought, type Sought } from '../overrides.sql.ts'
import { openARecordView } from './open-a-record.view.ts'

/** Opens the record of somebody whom the worker's organisation does not know, in danger alone. */
export const openARecordPage = page({
  path: '/open-a-record',
  door: 'workspace',
  may: workers,
  get: async () => show(openARecordView(freshForm({ id: newId() }))),
  post: async ({ actor, body, clock, asActor, asSystem }) => {
    const read = openForm(clock.today()).read(body)
    if (!read.ok) return showAgain(openARecordView(read.error))
    const { id, kind, reason } = read.value
    const sought = soughtBy(read.value)
    // As the house, because nobody else finds a record that is shut; history has the worker's account.
    const found = await asSystem('a record was sought to be opened', (tx) =>
      listSought(tx, actor.authorityId, sought),
    )
    const [personId, ...more] = found
    const where = 'reference' in sought ? 'reference' : 'familyName'
    if (personId === undefined)
      return showAgain(openARecordView(withFault(body, where, 'There is no such record here')))
    if (more.length > 0) {
      const several = 'There are several such records: enter the reference'
      return showAgain(openARecordView(withFault(body, 'reference', several)))
    }
    if (await asActor((tx) => isReadable(tx, personId))) return see(`/carers/${personId}`)
    const at = clock.now()
    await asSystem(`a record was opened, ${kind}`, (tx) =>
      openRecord(tx, actor, { id, personId, kind, reason, at }),
    )
    return see(`/overrides/${id}`)
  },
})

function soughtBy(typed: {
  readonly reference: string | null
  readonly familyName: string | null
  readonly dateOfBirth: string | null
}): Sought {
  const reference = typed.reference === null ? null : readReference(typed.reference)
  if (reference !== null) return { reference }
  return { familyName: typed.familyName ?? '', dateOfBirth: typed.dateOfBirth ?? '' }
}

async function openRecord(
  tx: Tx,
  actor: Actor,
  of: {
    readonly id: string
    readonly personId: string
    readonly kind: OverrideKind
    readonly reason: string
    readonly at: string
  },
): Promise<void> {
  const { at, ...asked } = of
  const [organisationId] = actor.organisationIds
  if (organisationId === undefined) throw new Forbidden('An override is an organisation’s')
  const person = await getPerson(tx, of.personId)
  await insertOverride(tx, {
    ...asked,
    authorityId: actor.authorityId,
    personName: fullName(person),
    personReference: person.reference,
    accountId: accountOf(actor),
    accountName: actor.displayName,
    organisationId,
    purposes: opens[of.kind].purposes,
    openedAt: at,
    endsAt: closesAt(of.kind, at),
  })
}
