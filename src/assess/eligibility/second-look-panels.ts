import { holds } from '#platform/access/actor.ts'
import { dayInWords, inWords, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type {
  CarerPanel,
  RecordPanel,
  TimelineEntry,
  TimelineSource,
  TodaySource,
} from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { assessmentReaders } from '#assess/assessments/who-assesses.ts'
import { isLate } from './second-look.rules.ts'
import { lookAnswers, type SecondLook } from './second-look.ts'
import { listLooksToday, listSecondLooksOf } from './second-looks.sql.ts'

/** On the record: what the carer waits for, and since when; the last answer where there is one. */
export const lookPanel: RecordPanel = {
  id: 'second-look',
  side: 'facts',
  order: 52,
  show: async (tx, { personId, actor, today }) => {
    const [look] = await listSecondLooksOf(tx, personId)
    if (look === undefined) return null
    const words = lookWords(look, today)
    const link = holds(actor, ...assessmentReaders)
      ? html`<a class="govuk-link" href="/second-looks/${look.id}">${words}</a>`
      : html`${words}`
    return { title: 'Second look', body: html`<p class="govuk-body">${link}</p>` }
  },
}

function lookWords(look: SecondLook, today: IsoDate): string {
  const asked = `Asked for on ${inWords(look.askedOn)}`
  if (look.sentAt !== null && look.answer !== null)
    return `${asked}. ${lookAnswers[look.answer]}: sent ${inWords(londonDay(look.sentAt))}`
  const late = isLate(look, today)
    ? `overdue since ${inWords(look.dueOn)}`
    : `due ${inWords(look.dueOn)}`
  return look.answer === null
    ? `${asked}, answer ${late}`
    : `${asked}, answered but not sent, ${late}`
}

/** The carer's own: where it stands, with the day they were promised, and that it is late. */
export const myLookPanel: CarerPanel = {
  id: 'second-look',
  order: 32,
  show: async (tx, { personId, today }) => {
    const looks = await listSecondLooksOf(tx, personId)
    if (looks.length === 0) return null
    return {
      title: 'You asked us to look again',
      body: html`<ul class="govuk-list">
        ${looks.map(
          (look) =>
            html`<li>
              <a class="govuk-link" href="/my/second-looks/${look.id}">${ownWords(look)}</a
              >${ownWhen(look, today)}
            </li>`,
        )}
      </ul>`,
    }
  },
}

function ownWords(look: SecondLook): string {
  return look.sentAt === null
    ? `Asked on ${inWords(look.askedOn)}: we are looking at our decision again`
    : `Asked on ${inWords(look.askedOn)}: read our answer`
}

function ownWhen(look: SecondLook, today: IsoDate): Html {
  if (look.sentAt !== null) return nothing
  const due = dayInWords(look.dueOn)
  return isLate(look, today)
    ? html`. <strong>Our answer was due by ${due}. It is late: ring us.</strong>`
    : html`. You will have our answer by ${due}.`
}

/** Each second look on the days on which it was asked for, answered and sent. */
export const lookTimeline: TimelineSource = {
  kind: 'second-look',
  label: 'Second looks',
  list: async (tx, { personId, actor }) => {
    const mayOpen = holds(actor, ...assessmentReaders)
    return (await listSecondLooksOf(tx, personId)).flatMap((each) => entriesOf(each, mayOpen))
  },
}

function entriesOf(look: SecondLook, mayOpen: boolean): readonly TimelineEntry[] {
  const about = { kind: 'second-look', ...(mayOpen ? { href: `/second-looks/${look.id}` } : {}) }
  const asked = {
    ...about,
    on: look.askedOn,
    title: 'Asked for a second look at the decision',
    by: look.takenByName,
    ...(look.askedWords === null ? {} : { text: look.askedWords }),
  }
  const { answer, answeredOn, answeredByName, sentAt, sentAs } = look
  const answered =
    answer === null || answeredOn === null
      ? []
      : [
          {
            ...about,
            on: answeredOn,
            title: `Second look: ${lookAnswers[answer].toLowerCase()}`,
            ...(answeredByName === null ? {} : { by: answeredByName }),
          },
        ]
  const sent =
    sentAt === null
      ? []
      : [
          {
            ...about,
            on: londonDay(sentAt),
            at: sentAt,
            title: 'Answer to the second look sent to the carer',
            ...(sentAs === null ? {} : { text: sentAs }),
          },
        ]
  return [...sent, ...answered, asked]
}

/** Second looks to answer and answers to send; those that are late stand on their manager's list too. */
export const looksToday: TodaySource = {
  kind: 'second-look',
  label: 'Decisions to look at again',
  may: assessmentReaders,
  list: async (tx, of) => {
    const { looks, total } = await listLooksToday(tx, of)
    const items = looks.map((look) => ({
      dueOn: look.dueOn,
      title: `${look.answer === null ? 'Look at the decision again' : 'Send the answer to the second look'}: ${nameWithKnownAs(look)}`,
      detail: `Asked for on ${inWords(look.askedOn)}`,
      href: `/second-looks/${look.id}`,
      kind: 'second-look',
    }))
    return { items, total }
  },
}
