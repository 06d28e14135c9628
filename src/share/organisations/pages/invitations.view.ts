import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTable } from '#platform/govuk/table.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import {
  actionButton,
  choiceOf,
  faultSummary,
  fieldOf,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { notAgain, type Standing, standingOf } from '../invitation.rules.ts'
import type { NamedInvitation } from '../invitations.sql.ts'
import type { Organisation } from '../organisation.ts'
import {
  adminPage,
  dutiesField,
  dutiesInWords,
  moment,
  organisationField,
  periodFields,
  quiet,
  toAdmin,
} from './frame.view.ts'

const standings: Record<Standing, string> = {
  waiting: 'Waits for a second administrator',
  open: 'Sent',
  expired: 'Expired',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
}

export function invitationsView(
  invitations: readonly NamedInvitation[],
  now: IsoInstant,
): PageView {
  const table = govukTable({
    caption: 'Invitations',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [{ text: 'Who' }, { text: 'For what' }, { text: 'How it stands' }, { text: 'Change' }],
    rows: invitations.map((each) => [
      { html: html`${each.displayName}<br />${each.email}` },
      { text: `${dutiesInWords(each.duties)}, ${each.organisation}` },
      { text: standing(each, now) },
      { html: changes(each) },
    ]),
  })
  return adminPage({
    title: 'Invitations',
    current: '/admin/invitations',
    back: toAdmin,
    wide: true,
    main: html`<h1 class="govuk-heading-l">Invitations</h1>
      ${govukButton({ text: 'Invite somebody', href: '/admin/invitations/new' })}
      ${invitations.length === 0 ? html`<p class="govuk-body">Nobody has been invited yet.</p>` : scrollable({ label: 'Invitations', body: table })}`,
  })
}

function standing(each: NamedInvitation, now: IsoInstant): string {
  const stands = standingOf(each, now)
  const words = standings[stands]
  if (each.expiresAt === null || (stands !== 'open' && stands !== 'expired')) return words
  const times = each.timesSent > 1 ? ` ${each.timesSent} times` : ''
  return stands === 'open'
    ? `${words}${times}; works until ${moment(each.expiresAt)}`
    : `${words} on ${moment(each.expiresAt)}`
}

function changes(each: NamedInvitation): Html {
  const button = (verb: string, text: string) =>
    actionButton({ action: `/admin/invitations/${each.id}/${verb}`, text, classes: quiet })
  const open = each.state === 'sent' || each.state === 'to_confirm'
  return html`${notAgain(each) === null ? button('again', `Send ${each.displayName} a new link`) : nothing}
  ${open ? button('withdraw', `Withdraw the invitation of ${each.displayName}`) : nothing}`
}

export function notSentView(invitation: NamedInvitation, why: string): PageView {
  const title = `Nothing was changed for ${invitation.displayName}`
  return adminPage({
    title,
    current: '/admin/invitations',
    back: { text: 'Invitations', href: '/admin/invitations' },
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${why}.</p>`,
  })
}

export function inviteView(of: {
  readonly organisations: readonly Organisation[]
  readonly state: FormState
  readonly sso: boolean
}): PageView {
  const { state, organisations } = of
  return adminPage({
    title: 'Invite somebody to work here',
    current: '/admin/invitations',
    back: { text: 'Invitations', href: '/admin/invitations' },
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Invite somebody to work here</h1>
      <p class="govuk-body">They get a link by email that works once, for 7 days.</p>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${govukInput({ ...fieldOf(state, 'name'), label: { text: 'Name' }, autocomplete: 'off' })}
        ${govukInput({ ...fieldOf(state, 'email'), label: { text: 'Work email address' }, type: 'email', spellcheck: false, autocomplete: 'off' })}
        ${organisationField(state, organisations)} ${dutiesField(state)} ${periodFields(state)}
        ${wayInField(of)} ${govukButton({ text: 'Send the invitation', preventDoubleClick: true })}`,
      })}`,
  })
}

const wayInField = ({ state, sso }: { readonly state: FormState; readonly sso: boolean }): Html =>
  govukRadios({
    ...choiceOf(state, 'signIn'),
    fieldset: { legend: { text: 'They sign in by', classes: 'govuk-fieldset__legend--s' } },
    items: [
      // Left out rather than false, so that the first radio has the field's own id for the fault's link.
      ...(sso ? [{ value: 'sso', text: 'Their organisation’s single sign-on' }] : []),
      { value: 'password', text: 'A password and an authenticator app' },
    ],
  })
