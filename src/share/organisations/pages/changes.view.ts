import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Change } from '../history.sql.ts'
import { adminPage, moment, toAdmin } from './frame.view.ts'

const things: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  account: 'Account',
  membership: 'Duty',
  team: 'Team',
  team_member: 'Member of a team',
  invitation: 'Invitation',
  duty_request: 'Duty asked for',
  sign_on_rule: 'Rule of single sign-on',
  account_event: 'Done to an account',
  delegation: 'Delegation',
}

const actions = { insert: 'Added', update: 'Changed', delete: 'Removed' } as const

export function changesView(changes: readonly Change[], perPage: number): PageView {
  const table = govukTable({
    caption: 'Changes',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'When' }, { text: 'Who' }, { text: 'What' }, { text: 'What it was before' }],
    rows: changes.map((each) => [
      { text: moment(each.at) },
      { text: each.by ?? 'Alongside' },
      {
        text: `${actions[each.action]}: ${things[each.table] ?? each.table}${each.about === null ? '' : `, ${each.about}`}`,
      },
      { text: each.action === 'insert' ? '' : beforeInWords(each.before) },
    ]),
  })
  const last = changes.at(-1)
  return adminPage({
    title: 'Changes of accounts and settings',
    back: toAdmin,
    wide: true,
    main: html`<h1 class="govuk-heading-l">Changes of accounts and settings</h1>
      <p class="govuk-body">The newest first. Nobody can change or delete this list.</p>
      ${scrollable({ label: 'Changes', body: table })}
      ${
        last === undefined || changes.length < perPage
          ? nothing
          : html`<p class="govuk-body">
              <a class="govuk-link" href="/admin/changes?before=${last.id}">Earlier changes</a>
            </p>`
      }`,
  })
}

const hiddenColumns = ['token_hash', 'authority_id', 'version']

const beforeInWords = (before: Change['before']): string =>
  Object.entries(before ?? {})
    .filter(([name]) => !hiddenColumns.includes(name))
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${inWords(value)}`)
    .join('; ')

function inWords(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'nothing'
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
