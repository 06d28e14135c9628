import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { inWords, londonDay, timeInWords, type IsoDate } from '#platform/lib/dates.ts'
import { attributes, html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { kindNames, type Assessment } from '../assessment.ts'
import type { Section } from '../assessment-form.ts'
import type { BroughtFrom } from '../known.rules.ts'
import { saidIn, type Said } from '../said.ts'
import type { Clash } from '../save-sections.ts'
import type { OwnWords } from '../own-words.sql.ts'
import type { SectionSoFar } from '../section-state.ts'
import type { Visit } from '../sections.sql.ts'
import { topics, topicTitles } from '../talk-topics.ts'
import type { Talk } from '../talks.rules.ts'
import { questionsView } from './question.view.ts'

/** The name of the hidden field that carries a section's version. */
export function versionField(section: string): string {
  return `version-${section}`
}

export type SectionFormModel = {
  readonly assessment: Assessment
  readonly carer: string
  readonly sections: readonly SectionSoFar[]
  readonly state: FormState
  readonly others: readonly Visit[]
  readonly clashes?: readonly Clash[]
  /** What the carer wrote at home. */
  readonly own?: readonly OwnWords[]
  /** What was said in conversations, and on which day what stands in a field was. */
  readonly talks?: readonly Talk[]
  readonly talkedOn?: Readonly<Record<string, IsoDate>>
  /** What a form of one question carries, and where it stands among the others. */
  readonly carries?: Html
  readonly place?: string
}

/** The tick that says a section was gone through with the carer. */
export function confirmedField(section: string): string {
  return `confirmed-${section}`
}

/**
 * The form of one section or of all of them; the button says what comes after saving. After a clash
 * nothing saves by itself: whose words stay is for a person to choose.
 */
export function sectionFormView(model: SectionFormModel): Html {
  const { assessment, carer, sections, state, clashes = [] } = model
  const [only] = sections
  const single = sections.length === 1 && only !== undefined ? only.section : null
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${carer}, ${kindNames[assessment.kind].toLowerCase()} ${assessment.reference}${model.place === undefined ? '' : `. ${model.place}`}</span>
    <h1 class="govuk-heading-l">${single?.title ?? 'The whole assessment'}</h1>
    ${single === null ? nothing : html`<p class="govuk-body">${single.about}</p>`}
    ${othersView(model.others)} ${(model.talks ?? []).map(talkView)} ${clashes.map((clash) => clashView(clash, sections))}
    <div${attributes({ 'data-autosave': clashes.length === 0 })}>
      ${formTag({
        body: html`${model.carries ?? nothing}
          ${sections.map((each) => sectionPart(each, model, single === null))}
          <p class="govuk-body-s" data-autosave-said aria-live="polite">${lastSaved(sections)}</p>
          <div class="govuk-button-group">
            ${govukButton({ text: 'Save and continue', preventDoubleClick: true })}
            ${govukButton({
              text: 'Save and go back',
              name: 'then',
              value: 'overview',
              classes: 'govuk-button--secondary',
              preventDoubleClick: true,
            })}
          </div>`,
      })}
    </div>`
}

const markWords = {
  carer: 'The carer wrote this at home. Not confirmed yet',
  talk: 'From a talk. Not confirmed yet',
  last_time: 'From last time. Not confirmed yet',
} as const

function markOf(from: BroughtFrom, talkedOn: IsoDate | undefined): string {
  return from === 'talk' && talkedOn !== undefined
    ? `From the talk on ${inWords(talkedOn)}. Not confirmed yet`
    : markWords[from]
}

function sectionPart(
  { section, version, brought }: SectionSoFar,
  { state, own = [], talkedOn = {} }: SectionFormModel,
  titled: boolean,
): Html {
  const marks = Object.fromEntries(
    Object.entries(brought).map(([name, from]) => [name, markOf(from, talkedOn[name])]),
  )
  const title = titled
    ? html`<h2 class="govuk-heading-l" id="${section.id}">${section.title}</h2>
        <p class="govuk-body">${section.about}</p>`
    : nothing
  return html`${title} ${ownView(section, own)} ${hidden(versionField(section.id), version)}
  ${questionsView(section, state, marks)}
  ${Object.keys(brought).length === 0 ? nothing : confirmView(section)}`
}

/** What the carer wrote, as they wrote it: it stays theirs whatever is written below. */
export function ownView(section: Section, own: readonly OwnWords[]): Html {
  const words = own.find((each) => each.section === section.id)
  const said = words === undefined ? [] : saidIn(section, words.answers)
  if (words === undefined || said.length === 0) return nothing
  return govukDetails({
    summaryText: `What the carer wrote at home, ${inWords(londonDay(words.savedAt))}`,
    html: saidList(said),
  })
}

/** What was said in a conversation, in full: not all of it is asked for in the form. */
function talkView({ number, heldOn, words }: Talk): Html {
  const said = topics.flatMap((topic) => {
    const text = words[topic] ?? ''
    return text === '' ? [] : [{ label: topicTitles[topic], words: text, feeds: [] }]
  })
  if (said.length === 0) return nothing
  return govukDetails({
    summaryText: `What was said in conversation ${number}, ${inWords(heldOn)}`,
    html: saidList(said),
  })
}

function confirmView(section: Section): Html {
  return govukCheckboxes({
    name: confirmedField(section.id),
    idPrefix: confirmedField(section.id),
    items: [
      {
        value: 'yes',
        text: 'We have gone through what was brought along, and it is right',
        hint: { text: 'What you change counts as confirmed by itself' },
      },
    ],
  })
}

/** Who has this open too: told early, so that two people need not find out by a clash. */
export function othersView(others: readonly Visit[]): Html {
  if (others.length === 0) return nothing
  return govukInsetText({
    html: html`${others.map(
      (other) =>
        html`<p class="govuk-body">
          <strong>${other.name}</strong> has this assessment open too, last seen at
          ${timeInWords(other.at)}. If you both change the same section, you will be shown both
          versions.
        </p>`,
    )}`,
  })
}

function lastSaved(sections: readonly SectionSoFar[]): string {
  const saved = sections.flatMap((each) => (each.saved === null ? [] : [each.saved]))
  const latest = saved.toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1))[0]
  if (latest === undefined) return 'Nothing has been saved here yet.'
  return `Last saved by ${latest.savedByName} at ${timeInWords(latest.savedAt)}.`
}

/** Their version in full, above the form that still holds all that was typed. */
function clashView({ theirs }: Clash, sections: readonly SectionSoFar[]): Html {
  const section = sections.find((each) => each.section.id === theirs.section)?.section
  if (section === undefined) return nothing
  return html`<section class="app-conflict" aria-labelledby="clash-${section.id}">
    <h2 class="govuk-heading-m" id="clash-${section.id}">
      ${theirs.savedByName} saved “${section.title}” at ${timeInWords(theirs.savedAt)}, while you
      were writing
    </h2>
    <p class="govuk-body">
      Nothing was overwritten, and nothing you typed is lost: it is in the form below. This is their
      version. Take from it what should stay, then save again.
    </p>
    ${theirVersion(section, theirs.answers)}
  </section>`
}

function theirVersion(section: Section, answers: Clash['theirs']['answers']): Html {
  const said = saidIn(section, answers)
  if (said.length === 0) return html`<p class="govuk-body">They left everything blank.</p>`
  return saidList(said)
}

/** What was said, question by question. */
export function saidList(said: readonly Said[]): Html {
  return html`<dl class="app-said">
    ${said.map(
      ({ label, words }) =>
        html`<dt>${label}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`
}
