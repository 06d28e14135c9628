import { phoneFrom } from '#platform/lib/phone.ts'
import { choice, hiddenVersion, optionalText, text, tick } from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { organisationKinds, secondStepRules, signInRules } from './organisation.ts'

const facts = {
  name: text('Enter the organisation’s name', 120),
  code: optionalText(20),
  town: optionalText(80),
  telephone: optionalText(30),
  domains: optionalText(500),
  signInRule: choice(signInRules, 'Select how its people come in'),
  secondStep: choice(secondStepRules, 'Select who sees to the second step'),
}

type Facts = { readonly telephone: string | null; readonly domains: string | null }

/** An organisation that is new here. */
export const newOrganisationForm = form(
  { kind: choice(organisationKinds, 'Select what it is'), ...facts },
  faultsOf,
)

/** One that is here already, as it was when the page was opened. */
export const organisationForm = form(
  { version: hiddenVersion(), active: tick(), ...facts },
  faultsOf,
)

function faultsOf({ telephone, domains }: Facts): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (telephone !== null && phoneFrom(telephone) === null)
    faults.push({ field: 'telephone', message: 'Enter a telephone number, like 01632 960 001' })
  const wrong = domainsIn(domains).find((domain) => !domainShape.test(domain))
  if (wrong !== undefined)
    faults.push({
      field: 'domains',
      message: `“${wrong}” is no domain: enter the part of an address after the @, like hub.example`,
    })
  return faults
}

const domainShape = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/** The domains in what was typed: one a line, or with commas or spaces between. */
export function domainsIn(typed: string | null): readonly string[] {
  const each = (typed ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ''))
  return [...new Set(each.filter(Boolean))]
}
