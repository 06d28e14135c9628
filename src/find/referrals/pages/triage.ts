import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, show, type PageView } from '#platform/web/page.ts'
import { listWorkers } from '#people/persons/involvements.sql.ts'
import { idParam } from '#people/persons/params.ts'
import { listAlsoReferred } from '../also-referred.sql.ts'
import { findWaysOn } from '../pass-on.ts'
import { listPassings } from '../passings.sql.ts'
import { listLikelyRecords } from '#people/matching/likely-records.ts'
import { askedOf, carerName, type Referral } from '../referral.ts'
import { getReferral } from '../referrals.sql.ts'
import { answerClock, talkDueOn } from '../../referral-clock/clock.rules.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { triagers } from '../triagers.ts'
import { triageView } from './triage.view.ts'

export const referralParams = z.object({ id: idParam })

/** A referral, the records it may belong to, and what can be done with it. */
export const triagePage = page({
  path: '/referrals/:id',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const referral = await getReferral(tx, actor, params.id)
      return show(await triagePageView(tx, actor, { referral, today: clock.today() }))
    }),
})

export type TriageStates = {
  readonly accept?: FormState
  readonly ask?: FormState
  readonly pass?: FormState
  readonly decline?: FormState
}

/** The triage page, with a form again as it was sent where it was refused. */
export async function triagePageView(
  tx: Tx,
  actor: Actor,
  of: {
    readonly referral: Referral
    readonly today: IsoDate
    readonly states?: TriageStates
    /** Someone else took a step first, and what was sent was not done. */
    readonly overtaken?: boolean
  },
): Promise<PageView> {
  const { referral, today } = of
  const open = referral.state === 'new' || referral.state === 'asked'
  const likely =
    open && referral.told !== null ? await listLikelyRecords(tx, actor, referral.told) : []
  const workers = open ? await listWorkers(tx, [referral.toOrganisationId]) : []
  const waysOn = open ? await findWaysOn(tx, referral, today) : null
  const asked = askedOf(referral)
  const reckoning = await getReckoning(tx)
  return {
    title: `Referral of ${carerName(referral)}`,
    current: '/referrals',
    wide: true,
    ...(of.states === undefined ? {} : { hasErrors: true }),
    main: triageView({
      referral,
      likely,
      workers,
      waysOn,
      passings: await listPassings(tx, referral.id),
      also: open ? await listAlsoReferred(tx, actor, referral) : [],
      today,
      clock: answerClock(asked, today, reckoning),
      overtaken: of.overtaken === true,
      states: {
        ...freshStates(referral, actor, {
          contactBy: talkDueOn(asked, today, reckoning),
          next: waysOn?.to?.organisationId,
        }),
        ...of.states,
      },
    }),
  }
}

function freshStates(
  referral: Referral,
  actor: Actor,
  { contactBy, next }: { readonly contactBy: IsoDate; readonly next: number | undefined },
): Required<TriageStates> {
  const version = String(referral.version)
  return {
    accept: freshForm({
      version,
      newId: newId(),
      worker: referral.workerId ?? actor.accountId ?? '',
      ...dayTyped('contactBy', contactBy),
    }),
    ask: freshForm({ version }),
    pass: freshForm({ version, to: String(next ?? '') }),
    decline: freshForm({ version }),
  }
}
