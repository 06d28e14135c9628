import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { actionButton, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { KeptRule } from '#share/accounts/sign-on-rules.sql.ts'
import { emailDomain } from '#share/accounts/sign-on.rules.ts'
import type { Organisation } from '../organisation.ts'
import {
  adminPage,
  dutiesField,
  dutiesInWords,
  organisationField,
  quiet,
  toAdmin,
} from './frame.view.ts'

type Rule = KeptRule & { readonly organisation: string }

type Shown = {
  readonly issuer: string | null
  readonly organisations: readonly Organisation[]
  readonly rules: readonly Rule[]
  readonly state: FormState
}

export function signOnView(shown: Shown): PageView {
  const { issuer, rules, state } = shown
  return adminPage({
    title: 'Single sign-on',
    current: '/admin/sign-on',
    back: toAdmin,
    wide: true,
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Single sign-on</h1>
      ${issuer === null ? notSetUp : html`<p class="govuk-body">People sign in at <strong>${issuer}</strong>.</p>`}
      ${rules.length === 0 ? none : scrollable({ label: 'Rules', body: table(rules) })}
      <h2 class="govuk-heading-m">Add a rule</h2>
      ${adding(shown)}`,
  })
}

const notSetUp = govukInsetText({
  text: 'Single sign-on is not set up for this authority. Whoever runs the server sets OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
})

const none = html`<p class="govuk-body">
  There are no rules yet: whoever signs in needs an account that an administrator made.
</p>`

const claimInWords = ({ claim, value }: KeptRule): string =>
  claim === emailDomain ? `a verified email address at ${value}` : `${claim}: ${value}`

const table = (rules: readonly Rule[]): Html =>
  govukTable({
    caption: 'Rules',
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Whoever has' },
      { text: 'Holds' },
      { text: 'At' },
      { text: 'How it stands' },
      { text: 'Change' },
    ],
    rows: rules.map((rule) => [
      { text: claimInWords(rule) },
      { text: dutiesInWords(rule.duties) },
      { text: rule.organisation },
      { text: rule.state === 'in_force' ? 'In force' : 'Waits for a second administrator' },
      {
        html: actionButton({
          action: `/admin/sign-on/${rule.id}/end`,
          text: `End the rule for ${rule.value}`,
          classes: quiet,
        }),
      },
    ]),
  })

const adding = ({ organisations, state }: Shown): Html =>
  formTag({
    body: html`${hidden('id', typedIn(state, 'id'))}
    ${govukInput({
      ...fieldOf(state, 'claim'),
      label: { text: 'Claim' },
      hint: {
        text: `As the issuer names it, like groups or roles; ${emailDomain} for the domain of the verified address`,
      },
      autocomplete: 'off',
      spellcheck: false,
    })}
    ${govukInput({ ...fieldOf(state, 'value'), label: { text: 'Value' }, hint: { text: 'Exactly as the issuer sends it' }, autocomplete: 'off', spellcheck: false })}
    ${organisationField(state, organisations)} ${dutiesField(state)}
    ${govukButton({ text: 'Add the rule', preventDoubleClick: true })}`,
  })
