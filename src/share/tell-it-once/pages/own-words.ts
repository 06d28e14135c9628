import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { newId } from '#platform/lib/ids.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { freshForm, typedIn, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import type { Tx } from '#platform/db/database.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { ownPersonId } from '#share/agreements/own.ts'
import { listOwnWorkers } from '#share/own-record/own-record.sql.ts'
import { findToldPage, saveToldPage } from '../told.sql.ts'
import { ownWordsForm } from '../told-forms.ts'
import { ownWordParts, partWords, type OwnWordPart } from '../told.ts'

/** The carer writes their page, beginning with what is known of them already. */
export const ownWordsPage = page({
  path: '/my/tell-it-once/words',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const told = await findToldPage(tx, personId)
      const words = told ?? { ...(await alreadyKnown(tx, personId)), id: newId(), version: 0 }
      return show(viewOf(freshForm(typedFrom(words)), false))
    }),
  post: ({ actor, asActor, body, clock }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const read = ownWordsForm.read(body)
      if (!read.ok) return showAgain(viewOf(read.error, false))
      const { id, version, ...words } = read.value
      const { authorityId } = actor
      const whose = { authorityId, id, personId, version, words, at: clock.now() }
      if (await saveToldPage(tx, whose)) return see('/my/tell-it-once')
      const there = await findToldPage(tx, personId)
      if (there !== null && ownWordParts.every((part) => there[part] === words[part]))
        return see('/my/tell-it-once')
      const typed = { ...words, id, version: there?.version ?? 0 }
      return showConflict(viewOf(freshForm(typedFrom(typed)), true))
    }),
})

type Typed = Readonly<Record<OwnWordPart, string | null>> & {
  readonly id: string
  readonly version: number
}

const typedFrom = ({ id, version, ...words }: Typed): Record<string, string> => ({
  id,
  version: String(version),
  ...Object.fromEntries(ownWordParts.map((part) => [part, words[part] ?? ''])),
})

/** What the record says already, for the carer to keep, change or take out. */
async function alreadyKnown(
  tx: Tx,
  personId: string,
): Promise<Readonly<Record<OwnWordPart, string | null>>> {
  const { informationFormat, language, safeContact, mobilePhone, homePhone } = await getPerson(
    tx,
    personId,
  )
  const phone = mobilePhone ?? homePhone
  const needs = [
    informationFormat === 'standard'
      ? null
      : `I like to read: ${wordsFor('formats', informationFormat)}`,
    language === null ? null : `I speak ${language}`,
    safeContact,
  ]
  const workers = (await listOwnWorkers(tx)).map(({ name, organisation, telephone }) =>
    [name, organisation, telephone].filter((each) => each !== null).join(', '),
  )
  return {
    story: null,
    needs: needs.filter((each) => each !== null).join('\n') || null,
    contacts:
      [phone === null ? [] : `Me: ${phoneInWords(phone)}`, workers].flat().join('\n') || null,
    emergency: null,
  }
}

const hints: Readonly<Record<OwnWordPart, string>> = {
  story: 'Whom you look after, since when, and what that means for your day.',
  needs: 'What makes it easier for you: times, places, how people talk or write to you.',
  contacts: 'Whom to ring about you, and their numbers.',
  emergency: 'Who steps in if you cannot, and what they must know.',
}

const viewOf = (state: FormState, conflict: boolean): PageView => ({
  title: 'Write your story',
  current: '/my/sharing',
  before: govukBackLink({ text: 'Back', href: '/my/tell-it-once' }),
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${faultSummary(state)}
      ${
        conflict
          ? html`<div class="app-conflict" role="alert" tabindex="-1">
              <h2 class="govuk-heading-m">Your story was changed in another window</h2>
              <p class="govuk-body">Below stands what you typed here. Save it again to keep it.</p>
            </div>`
          : nothing
      }
      <h1 class="govuk-heading-l">Write your story</h1>
      <p class="govuk-body">
        Write as much or as little as you like. Leave out what is not for others. If you write about
        the person you look after, ask them first if you can.
      </p>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${hidden('version', typedIn(state, 'version'))}
        ${ownWordParts.map((part) =>
          areaField(state, {
            name: part,
            label: partWords[part].heading,
            hint: hints[part],
            rows: part === 'story' ? 8 : 4,
          }),
        )}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}
    </div>
  </div>`,
})
