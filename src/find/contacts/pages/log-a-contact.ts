import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { timeInWords, type IsoDate } from '#platform/lib/dates.ts'
import { isId, newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm, type Body, type FormState } from '#platform/web/form.ts'
import {
  file,
  page,
  see,
  show,
  showAgain,
  type Context,
  type Page,
  type PageView,
  type Reply,
} from '#platform/web/page.ts'
import type { AskForAssessment, Gathered } from '#platform/room.ts'
import { listCaredFor } from '#people/caring/caring.sql.ts'
import { listInvolvements, listWorkers } from '#people/persons/involvements.sql.ts'
import { openRecord, type AlsoHere } from '#people/persons/open-records.sql.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { contacters, withAccount } from '../contacters.ts'
import { channelNouns } from '../contact.ts'
import { contactForm } from '../contact-form.ts'
import { getContact } from '../contacts.sql.ts'
import { contactDraft } from '../draft.ts'
import { findDraft, saveDraft } from '../drafts.sql.ts'
import { logContact } from '../log-contact.ts'
import { logAContactView } from './log-a-contact.view.ts'

const query = z.object({ keeps: z.string().refine(isId).optional().catch(undefined) })
type Asked = Context<z.output<typeof carerParams>, z.output<typeof query>>

/** Writes a contact down in one screen, with what was promised in it. */
export function logAContactPage({ askForAssessment }: Gathered): Page {
  return page({
    path: '/carers/:id/contacts/new',
    door: 'workspace',
    may: contacters,
    params: carerParams,
    query,
    get: (context) => asked(context, askForAssessment),
    post: (context) => answered(context, askForAssessment),
  })
}

function asked(context: Asked, ask: AskForAssessment | null): Promise<Reply> {
  const { params, query, actor: visitor, clock, asActor } = context
  return asActor(async (tx) => {
    const actor = withAccount(visitor)
    const about = await aboutCarer(tx, actor, params.id)
    await noteRead(tx, actor, about.person.id, 'record')
    const alsoHere = await openRecord(tx, { actor, personId: about.person.id, at: clock.now() })
    const draft = await findDraft(tx, { actor, personId: about.person.id, form: contactDraft })
    const fresh = freshContact(actor, clock.today(), query.keeps)
    const kept = { ...draft?.typed, ...(query.keeps === undefined ? {} : { keeps: query.keeps }) }
    const state = freshForm({ ...fresh.typed, ...kept })
    const keeps = query.keeps === undefined ? null : await getContact(tx, query.keeps)
    return show(
      viewOf({
        ...about,
        alsoHere,
        state,
        keeps: keeps?.followUp ?? null,
        draftAt: draft?.savedAt ?? null,
        mayAsk: ask !== null,
      }),
    )
  })
}

function answered(context: Asked, askForAssessment: AskForAssessment | null): Promise<Reply> {
  const { params, body, headers, actor: visitor, clock, asActor } = context
  return asActor(async (tx) => {
    const actor = withAccount(visitor)
    if (headers['x-autosave'] === '1') {
      return keptInPassing(tx, { actor, personId: params.id, typed: body, at: clock.now() })
    }
    const about = await aboutCarer(tx, actor, params.id)
    const ids = about.workers.map(({ id }) => id)
    const read = contactForm({ today: clock.today(), workers: [actor.accountId, ...ids] }).read(
      body,
    )
    if (!read.ok) {
      const again = { alsoHere: [], state: read.error, keeps: null, draftAt: null }
      return showAgain(viewOf({ ...about, ...again, mayAsk: askForAssessment !== null }))
    }
    const { person, organisationId } = about
    const contact = { contact: read.value, person, organisationId, clock, askForAssessment }
    await logContact(tx, actor, contact)
    const purpose = `to log ${channelNouns[read.value.channel]} with you`
    await noteRead(tx, actor, person.id, 'record', { purpose })
    return see(`/carers/${person.id}`)
  })
}

/** The script's saves go into the draft and answer in words, without a page. */
async function keptInPassing(
  tx: Tx,
  of: {
    readonly actor: Actor & { readonly accountId: string }
    readonly personId: string
    readonly typed: Body
    readonly at: string
  },
): Promise<Reply> {
  const { id } = await getPerson(tx, of.personId)
  await saveDraft(tx, { ...of, personId: id, form: contactDraft })
  const said = `Kept as a draft at ${timeInWords(of.at)}`
  return file({
    name: 'kept.json',
    type: 'application/json',
    body: JSON.stringify({ versions: {}, said }),
    disposition: 'inline',
  })
}

type About = Awaited<ReturnType<typeof aboutCarer>>

async function aboutCarer(tx: Tx, actor: Actor, id: string) {
  const person = await getPerson(tx, id)
  const open = (await listInvolvements(tx, id)).filter(({ until }) => until === null)
  const ours = open.find(({ organisationId }) => actor.organisationIds.includes(organisationId))
  return {
    person,
    caredFor: (await listCaredFor(tx, id)).filter(({ until }) => until === null),
    organisationId: ours?.organisationId ?? actor.organisationIds[0] ?? null,
    workers: await listWorkers(tx, actor.organisationIds),
    actor,
  }
}

function freshContact(
  actor: { readonly accountId: string },
  today: IsoDate,
  keeps: string | undefined,
): FormState {
  return freshForm({
    id: newId(),
    keeps: keeps ?? '',
    channel: 'phone',
    direction: 'out',
    followUpBy: actor.accountId,
    ...dayTyped('on', today),
  })
}

function viewOf(
  of: Omit<About, 'organisationId'> & {
    readonly person: Person
    readonly alsoHere: readonly AlsoHere[]
    readonly state: FormState
    readonly keeps: string | null
    readonly draftAt: string | null
    readonly mayAsk: boolean
  },
): PageView {
  return {
    title: `Log a contact with ${fullName(of.person)}`,
    wide: true,
    main: logAContactView(of),
  }
}
