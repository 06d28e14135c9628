import { holds } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { choice, hiddenId, text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, typedIn, withFault } from '#platform/web/form.ts'
import { actionButton, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { lineField, radiosField } from '#people/persons/fields.view.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { accountNumber, rollNumber, sortCode } from '../bank-fields.ts'
import { type BankChecks, findBankChecks } from '../bank-checks.sql.ts'
import { checkAccount } from '../modulus-check.rules.ts'
import { bacsText } from '../payment-file.rules.ts'
import { type Account, findAccount, findPayee, insertPayee, type Payee } from '../payees.sql.ts'
import { payers } from '../payment.ts'
import { runPayers } from '../run.ts'

const hows = {
  in_person: 'Face to face, from a statement or card',
  telephone: 'On the telephone, by the number on the record',
  in_writing: 'In writing',
} as const

const bankForm = form(
  {
    accountName: text('Enter the name on the account', 70),
    sortCode: sortCode(),
    accountNumber: accountNumber(),
    rollNumber: rollNumber(),
    givenHow: choice(Object.keys(hows) as (keyof typeof hows)[], 'Select how you were given them'),
  },
  ({ accountName }) =>
    bacsText(accountName) === '' ? [{ field: 'accountName', message: noLetters }] : [],
)
const noLetters = 'Enter the name as the bank writes it, in letters A to Z'
const noFit =
  'This account number does not belong with this sort code. Check both figure by figure with the carer'
const newPayee = form({ id: hiddenId() })

type Model = {
  readonly person: Person
  readonly payee: Payee | undefined
  readonly state: FormState
  readonly mayOpen: boolean
  readonly account?: Account | undefined
  readonly checks: BankChecks | null
}

/** Bank details: taken down by who works with the carer, shown in full only to who pays, each look noted. */
export const bankDetailsPage = page({
  path: '/carers/:id/bank-details',
  door: 'workspace',
  may: payers,
  params: carerParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const payee = await findPayee(tx, person.id)
      const mayOpen = holds(actor, ...runPayers)
      const checks = await findBankChecks(tx)
      return show(viewOf({ person, payee, state: freshForm({ id: newId() }), mayOpen, checks }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const payee = await findPayee(tx, person.id)
      const mayOpen = holds(actor, ...runPayers)
      const checks = await findBankChecks(tx)
      if (typedIn(freshForm(body), 'step') === 'open') {
        const account = payee && (await findAccount(tx, payee.id))
        if (account) await noteRead(tx, actor, person.id, 'bank details')
        return show(
          viewOf({ person, payee, state: freshForm({ id: newId() }), mayOpen, checks, account }),
        )
      }
      const read = bankForm.read(body)
      if (!read.ok) return showAgain(viewOf({ person, payee, state: read.error, mayOpen, checks }))
      const { sortCode: sort, accountNumber: number } = read.value
      if (checks !== null && checkAccount(checks.table, sort, number) === 'does_not_fit')
        return showAgain(
          viewOf({
            person,
            payee,
            state: withFault(body, 'accountNumber', noFit),
            mayOpen,
            checks,
          }),
        )
      const made = newPayee.read(body)
      const [organisationId] = actor.organisationIds
      if (!made.ok || organisationId === undefined)
        throw new BadRequest('bank details without an id')
      await insertPayee(tx, {
        id: made.value.id,
        personId: person.id,
        organisationId,
        ...read.value,
        givenOn: clock.today(),
        recordedBy: actor.accountId,
        recordedByName: actor.displayName,
      })
      return see(`/carers/${person.id}/bank-details`)
    }),
})

function viewOf(model: Model): PageView {
  const { person, payee, state } = model
  return {
    title: `Bank details of ${fullName(person)}`,
    current: '/payments',
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Bank details of ${fullName(person)}</h1>
        <p class="govuk-body">
          Only those who make payments can read the whole number, and ${fullName(person)} can see
          each time that they did. Nothing is ever changed in what was paid before.
        </p>
        ${payee === undefined ? nothing : kept(model, payee)}
        <h2 class="govuk-heading-m">${payee === undefined ? 'Take down' : 'Change'} the details</h2>
        ${howChecked(model)}
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${lineField(state, { name: 'accountName', label: 'Name on the account' })}
          ${lineField(state, { name: 'sortCode', label: 'Sort code', hint: 'Six figures, like 30-90-96', width: 'govuk-input--width-5' })}
          ${lineField(state, { name: 'accountNumber', label: 'Account number', hint: 'Eight figures. Put 0 before a shorter one', width: 'govuk-input--width-10' })}
          ${lineField(state, { name: 'rollNumber', label: 'Building society roll number (optional)', hint: 'Only if the society asks for one. It is on the passbook or statement', width: 'govuk-input--width-10' })}
          ${radiosField(state, { name: 'givenHow', label: 'How were you given them?', options: Object.entries(hows) })}
          ${govukButton({ text: 'Keep these details', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

function howChecked({ checks, mayOpen }: Model): Html {
  const words =
    checks === null
      ? 'Only the number of figures is checked: the banks’ table, by which an account number is held against its sort code, is not loaded here.'
      : `The account number is held against the sort code by the banks’ table that was loaded on ${inWords(isoDate(checks.loadedOn))}. A sort code that is not in it cannot be checked.`
  return html`<p class="govuk-body">
    ${words}
    ${mayOpen ? html`<a class="govuk-link" href="/payments/bank-checks">The banks’ table</a>` : nothing}
  </p>`
}

function kept({ person, account, mayOpen }: Model, payee: Payee): Html {
  return html`${factList({
    facts: [
      { name: 'Name on the account', value: payee.accountName },
      { name: 'Sort code', value: account?.sortCode ?? '••••••' },
      { name: 'Account number', value: account?.accountNumber ?? `••••••${payee.endsWith}` },
      ...(account?.rollNumber == null ? [] : [{ name: 'Roll number', value: account.rollNumber }]),
      { name: 'Given', value: `${hows[payee.givenHow]}, ${inWords(isoDate(payee.givenOn))}` },
      { name: 'Taken down by', value: payee.recordedByName },
    ],
  })}
  ${
    mayOpen && account === undefined
      ? actionButton({
          action: `/carers/${person.id}/bank-details`,
          text: 'Show the whole number',
          fields: { step: 'open' },
          classes: 'govuk-button--secondary',
        })
      : nothing
  }`
}
