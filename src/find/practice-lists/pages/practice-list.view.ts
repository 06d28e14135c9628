import { govukButton } from '#platform/govuk/button.ts'
import { govukNotificationBanner } from '#platform/govuk/notification-banner.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import type { PracticeCount } from '#people/places/establishment.ts'
import { isCarerCode, snomedNotice, termOf } from '../carer-codes.ts'
import { type Flagged, hasChanges } from '../practice-list.rules.ts'
import type { PracticeList } from '../read-practice-list.ts'

/** `registered` and `published` are null where the practice has no code to find them by. */
export type Counts = {
  readonly flagged: number
  readonly registered: number | 'fewer than 5' | null
  readonly published: PracticeCount | null
}

type Model = {
  readonly list: PracticeList
  readonly counts: Counts
  readonly said: 'confirmed' | 'changed' | null
}

export function practiceListView({ list, counts, said }: Model): Html {
  const { practice, changes } = list
  return html`${saidView(said)}
    <h1 class="govuk-heading-l">Carers to flag at ${practice.name}</h1>
    <p class="govuk-body">
      These patients look after someone, and agreed that you write that down. Record “Is a carer”
      (${isCarerCode.code}) and the other codes shown. Nothing else of their record is opened by
      this.
    </p>
    ${countsView(counts)}
    ${hasChanges(changes) ? changesView(list) : html`<p class="govuk-body">Nothing has changed since your last receipt.</p>`}
    ${peopleTable('Unchanged', changes.same, (each) => codeList(each.codes))}
    <p class="govuk-body">
      <a class="govuk-link" href="/practice-list.csv?practice=${practice.id}"
        >Download the list (CSV)</a
      >
    </p>
    ${receiptsView(list)}
    <p class="govuk-body-s app-quiet">${snomedNotice}.</p>`
}

function saidView(said: Model['said']): Html {
  if (said === null) return nothing
  return said === 'confirmed'
    ? govukNotificationBanner({
        type: 'success',
        text: 'Thank you. We wrote down that your records have these changes.',
      })
    : govukNotificationBanner({
        text: 'The list changed while you had it open, so nothing was confirmed. This is how it stands now.',
      })
}

function changesView({ practice, changes, next }: PracticeList): Html {
  return html`<h2 class="govuk-heading-m">Since your last receipt</h2>
    ${peopleTable('Add', changes.added, (each) => codeList(each.codes))}
    ${peopleTable('Change', changes.changed, ({ codes, before }) =>
      codeList(
        codes.filter((code) => !before.includes(code)),
        'Add',
        before.filter((code) => !codes.includes(code)),
      ),
    )}
    ${peopleTable('End', changes.ended, (each) => codeList([], 'Add', each.codes))}
    <form method="post" action="/practice-list?practice=${practice.id}" novalidate>
      <input type="hidden" name="number" value="${next.number}" />
      <input type="hidden" name="mark" value="${next.mark}" />
      ${govukButton({ text: 'Confirm that your records have these changes', preventDoubleClick: true })}
    </form>`
}

function peopleTable<T extends Flagged>(
  caption: string,
  people: readonly T[],
  codes: (each: T) => Html,
): Html {
  if (people.length === 0) return nothing
  return scrollable({
    label: caption,
    body: govukTable({
      caption: `${caption} (${people.length})`,
      captionClasses: 'govuk-table__caption--s',
      head: ['Patient', 'Date of birth', 'NHS number', 'Codes'].map((text) => ({ text })),
      rows: people.map((each) => [
        { text: `${each.givenName} ${each.familyName}` },
        { text: each.dateOfBirth === null ? 'Not known' : inWords(isoDate(each.dateOfBirth)) },
        {
          text: each.nhsNumber === null ? 'Not known' : nhsNumberInWords(each.nhsNumber),
          classes: 'app-nowrap',
        },
        { html: codes(each) },
      ]),
    }),
  })
}

function codeList(codes: readonly string[], word = '', end: readonly string[] = []): Html {
  const entry = (before: string) => (code: string) =>
    html`<li>
      ${before === '' ? nothing : `${before}: `}${termOf(code)}
      <span class="app-nowrap app-quiet">${code}</span>
    </li>`
  return html`<ul class="govuk-list govuk-!-margin-bottom-0">
    ${codes.map(entry(word))} ${end.map(entry('End'))}
  </ul>`
}

function countsView({ flagged, registered, published }: Counts): Html {
  const facts = [
    { name: 'Agreed to be flagged', value: String(flagged) },
    ...(registered === null
      ? []
      : [{ name: 'Your patients on the carers’ register', value: String(registered) }]),
    ...(published === null
      ? []
      : [{ name: 'On your own register, as published', value: publishedWords(published) }]),
  ]
  return html`<h2 class="govuk-heading-m">How many carers we each know of</h2>
    ${factList({ facts })}`
}

function publishedWords({ carers, patients, countedOn }: PracticeCount): string {
  const of = patients === null ? '' : ` of ${patients.toLocaleString('en-GB')} patients`
  return `${carers.toLocaleString('en-GB')}${of}, ${inWords(countedOn)} (NHS England)`
}

function receiptsView({ receipts }: PracticeList): Html {
  if (receipts.length === 0) return nothing
  return scrollable({
    label: 'Receipts',
    body: govukTable({
      caption: 'Receipts',
      captionClasses: 'govuk-table__caption--s',
      head: [
        { text: 'When' },
        { text: 'Who' },
        ...['Added', 'Changed', 'Ended', 'Flagged then'].map((text) => ({
          text,
          format: 'numeric',
        })),
      ],
      rows: receipts.map(({ confirmedAt, confirmedName, ...counts }) => [
        {
          text: `${inWords(londonDay(instant(confirmedAt)))}, ${timeInWords(instant(confirmedAt))}`,
        },
        { text: confirmedName },
        ...[counts.added, counts.changed, counts.ended, counts.flagged].map((count) => ({
          text: String(count),
          format: 'numeric',
        })),
      ]),
    }),
  })
}

/** A moment as the database writes it, as one that `Temporal` reads. */
const instant = (stored: string): string => stored.replace(' ', 'T')
