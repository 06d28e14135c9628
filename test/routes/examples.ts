// For every parameter of a path, rows of the demo county that stand in its place.
import type { TestHouse } from '#platform/web/testing.ts'
import { currentForms, forms } from '#assess/assessments/assessment-form.ts'
import { conditionPages } from '#assess/eligibility/findings-form.ts'
import { doors } from '#find/referral-doors/doors.ts'
import { stepsOf } from '#find/register/steps.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import { outcomeFigureIds } from '#prove/outcomes/outcome-words.ts'
import { rowsOf } from './people.ts'

export type Example = Readonly<Record<string, string>>

const among = (values: readonly string[]): string =>
  `(values ${values.map((value) => `('${value}')`).join(', ')})`
const formats = among(documentFormats)

/** Carers at every stage, and a young one for those who work with the young. */
const carers = `
  (select person_id as id from plan union select person_id from conversation
   union select person_id from assessment where state <> 'completed'
   union select person_id from payment where state <> 'paid'
   union (select person_id from involvement where kind = 'young_carer' and until is null
           order by person_id limit 1)) as carers`

const heldReview = `select id, column1 as format from review, ${formats} where done_on is not null`

/** Those of a plan that is still written come first. */
const underPlan = (table: string): string =>
  `select l.plan_id as id, l.id as line from ${table} l
     join plan p on p.authority_id = l.authority_id and p.id = l.plan_id order by p.state <> 'draft'`

/**
 * From a path, or the beginning of several, to a statement that gives rows with a column for each
 * parameter; the first that fits counts. A new route's parameters are added here.
 */
const sources: readonly (readonly [string, string])[] = [
  ['/account/sessions/:id', 'select gen_random_uuid() as id'],
  ['/account/passkeys/:id', 'select gen_random_uuid() as id'],
  [
    '/admin/people/:id/sessions/:session',
    'select id, gen_random_uuid() as session from account where person_id is null and not active',
  ],
  [
    '/admin/people/:id/duties/:held',
    `select m.account_id as id, m.id as held from membership m join account a on a.id = m.account_id
      where not a.active`,
  ],
  [
    '/admin/people/:id',
    `select id from account where person_id is null order by email = 'bola.ajayi@hospital.example' desc, active desc`,
  ],
  ['/admin/invitations/:id', `select id from invitation where state <> 'to_confirm'`],
  ['/admin/organisations/:organisation', 'select id::text as organisation from organisation'],
  ['/admin/teams/:id/members/:member', 'select team_id as id, id as member from team_member'],
  ['/admin/teams/:id', 'select id from team'],
  ['/admin/sign-on/:id', 'select id from sign_on_rule'],
  ['/admin/delegation/:id', 'select id from delegation'],
  [
    '/admin/waiting/:kind/:id',
    `select 'invitation' as kind, id from invitation where state = 'to_confirm'`,
  ],
  ['/invitation/:token', `select repeat('a', 43) as token`],
  ['/team/leavers/:id', 'select id from account where closed_on is not null'],
  ['/sign-in/staff/password/:token', `select repeat('a', 43) as token`],
  [
    '/register/:step',
    `select column1 as step from ${among(stepsOf('adult').map(({ slug }) => slug))}`,
  ],
  [
    '/young-carers/register/:step',
    `select column1 as step from ${among(stepsOf('young').map(({ slug }) => slug))}`,
  ],
  [
    '/carers/:id/worker/:involvement',
    `select i.person_id as id, i.id as involvement from involvement i join ${carers} on carers.id = i.person_id where i.until is null`,
  ],
  [
    '/carers/:id/registrations/:registration/:step',
    `select r.person_id as id, r.id as registration, column1 as step from registration r
       join ${carers} on carers.id = r.person_id, ${among(['pause', 'end_caring', 'die'])} where r.state = 'active'`,
  ],
  [
    '/carers/:id/registrations/:registration',
    `select r.person_id as id, r.id as registration from registration r join ${carers} on carers.id = r.person_id
      order by r.state <> 'active'`,
  ],
  [
    '/carers/:id/hidden-carers/:prompt',
    `select id, column1 as prompt from ${carers}, ${among(['no_carer'])}`,
  ],
  // It opens for who has a birthday ahead.
  [
    '/carers/:id/growing-up',
    `select r.person_id as id from registration r join ${carers} on carers.id = r.person_id
      where r.kind = 'young_carer' and r.state = 'active'`,
  ],
  [
    '/carers/:id/looks-after/:caring',
    `select carer_id as id, c.id as caring from caring c join ${carers} on carers.id = carer_id`,
  ],
  [
    '/carers/:id/conversation-:number',
    `select id, column1 as number from ${carers}, ${among(['1', '2', '3'])}`,
  ],
  [
    '/carers/:id/sharing/:agreement',
    `select person_id as id, id as agreement from agreement where ended_on is null order by how_given <> 'online'`,
  ],
  [
    '/carers/:id/measures/:instrument',
    `select id, column1 as instrument from ${carers}, ${among(['wellbeing-check-1', 'panoc-yc20-1'])}`,
  ],
  ['/measures/:id', 'select id from instrument_reading'],
  ['/admin/measures/:instrument', `select column1 as instrument from ${among(['maca-yc18-1'])}`],
  ['/carers/:id', `select id from ${carers}`],
  ['/contacts/:id', 'select id from contact'],
  ['/waiting/given/:id', 'select id from work_given'],
  ['/saved-filters/:id', '(select id from saved_filter) union all (select gen_random_uuid())'],
  [
    '/conversations/:id/parts/:part',
    `select id, column1 as part from conversation, ${among(['matters', 'around'])}`,
  ],
  ['/conversations/:id', 'select id from conversation'],
  ['/agreed/:id', 'select id from conversation_action'],
  [
    '/assessments/:id/sections/:section',
    `select id, column1 as section from assessment, ${among(forms[0]!.sections.map(({ id }) => id))} where state in ('begun')`,
  ],
  [
    '/assessments/:id/questions/:question',
    `select id, column1 as question from assessment, ${among(['method', 'care_given'])} where state = 'begun'`,
  ],
  ['/assessment-offers/:id', 'select id from assessment_offer'],
  ['/assessments/:id/form', 'select id from assessment where form_version is not null'],
  ['/assessments/:id/young-carer', `select id from assessment where state = 'begun'`],
  [
    '/assessments/:id/beside',
    `select a.id from assessment a join assessment before on before.person_id = a.person_id
       and before.kind = a.kind and before.state = 'completed' and before.form_version is not null
      where a.state = 'begun'`,
  ],
  [
    '/assessments/:id',
    `(select id from assessment where state <> 'completed') union all (select assessment_id from determination) union all (select id from assessment where state = 'completed' order by id desc limit 2)`,
  ],
  [
    '/determinations/:id/findings/:condition',
    `select id, column1 as condition from determination, ${among(Object.keys(conditionPages))}`,
  ],
  [
    '/determinations/:id/answers',
    `select id from determination where kind <> 'adult_carer' order by state <> 'draft'`,
  ],
  [
    '/determinations/:id/where-they-live',
    `select id from determination where state = 'decided'
      order by coalesce(established, responsibility) ->> 'answer' is distinct from 'unknown'`,
  ],
  [
    '/determinations/:id/letter/:format',
    `select id, column1 as format from determination, ${formats}`,
  ],
  [
    '/determinations/:id/advice-letter/:format',
    `select id, column1 as format from determination, ${formats}`,
  ],
  ['/determinations/:id', 'select id from determination'],
  [
    '/my/decisions/:id/letter/:format',
    `select id, column1 as format from determination, ${formats}`,
  ],
  [
    '/my/decisions/:id/advice-letter/:format',
    `select id, column1 as format from determination, ${formats}`,
  ],
  ['/my/decisions/:id', 'select id from determination'],
  [
    '/second-looks/:id/letter/:format',
    `select id, column1 as format from second_look, ${formats} where answer is not null`,
  ],
  [
    '/second-looks/:id/send',
    'select id from second_look order by answer is null, sent_at is not null',
  ],
  ['/second-looks/:id', 'select id from second_look'],
  [
    '/my/second-looks/:id/letter/:format',
    `select id, column1 as format from second_look, ${formats} where sent_at is not null`,
  ],
  ['/my/second-looks/:id', 'select id from second_look'],
  ['/my/assessment/:section', `select 'caring' as section`],
  [
    '/admin/assessment-questions/:form',
    `select column1 as form from ${among(currentForms().map(({ version }) => version))}`,
  ],
  ['/plans/:id/needs/:line', underPlan('plan_need')],
  ['/plans/:id/goals/:line', underPlan('plan_goal')],
  ['/plans/:id/support/:line', underPlan('plan_action')],
  [
    '/plans/:id/payments/:line',
    'select plan_id as id, id as line from payment where plan_id is not null',
  ],
  ['/plans/:id/copy/:format', `select id, column1 as format from plan, ${formats}`],
  ['/plans/:id/changes', 'select id from plan where number > 1'],
  ['/plans/:id', 'select id from plan'],
  ['/my/plan/:id/copy/:format', `select id, column1 as format from plan, ${formats}`],
  ['/overrides/:id', 'select id from record_override'],
  ['/my/sharing/:id', `select id from agreement where how_given = 'online'`],
  ['/my/tell-it-once/links/:id', 'select id from told_link order by id desc'],
  // Furnished with a token that is known here; of others the database has only the hash.
  ['/told/:token', `select repeat('t', 64) as token`],
  ['/my/plan/look-again/:id', 'select id from review'],
  ['/reviews/:id/copy/:format', heldReview],
  ['/my/reviews/:id/copy/:format', heldReview],
  ['/reviews/:id/send', 'select id from review where done_on is not null'],
  ['/reviews/:id', 'select id from review'],
  ['/payments/runs/:id', 'select id from payment_run where file_hash is not null'],
  ['/payments/receipts/:id', 'select id from payment_receipt'],
  ['/payments/:id/used/:return', 'select payment_id as id, id as return from payment_return'],
  ['/payments/came-back/:id', 'select id from bank_return_file'],
  [
    '/payments/:id/agreement/copy/:format',
    `select payment_id as id, column1 as format from payment_agreement, ${formats} where met`,
  ],
  ['/payments/:id/agreement/send', 'select payment_id as id from payment_agreement where met'],
  [
    '/my/money/:id/agreement/:format',
    `select payment_id as id, column1 as format from payment_agreement, ${formats} where met`,
  ],
  [
    '/my/money/:id',
    'select p.id from payment p join account a on a.person_id = p.person_id where p.agreed_on is not null',
  ],
  ['/payments/:id/came-back/:return', 'select payment_id as id, id as return from bank_return'],
  [
    '/payments/:id',
    `(select id from payment where state <> 'paid') union all (select id from payment where state = 'paid' limit 1)`,
  ],
  ['/refer/:door', `select column1 as door from ${among(doors.map(({ slug }) => slug))}`],
  [
    '/refer/sent/:id',
    `select id from referral where door is not null and taken_by is null and referrer_account_id is null`,
  ],
  ['/referrals/taken/:id', 'select id from referral where taken_by is not null'],
  [
    '/referrals/what-we-take/:organisation',
    `select id::text as organisation from organisation where kind = 'charity'`,
  ],
  [
    '/referrals/letters/:organisation/:year/:format',
    `select id::text as organisation, '2018' as year, column1 as format from organisation, ${formats} where kind = 'gp_practice'`,
  ],
  ['/api/referrals/:id', 'select id from referral where from_organisation_id is not null'],
  ['/systems/:id', 'select id from registered_system'],
  ['/referrals/sent/:id', `select id from referral where state <> 'closed'`],
  [
    '/referrals/:id',
    `(select id from referral where state <> 'closed') union all (select id from referral where state = 'closed' limit 1)`,
  ],
  ['/duplicates/joins/:id', 'select id from record_join limit 1'],
  ['/duplicates/:id', '(select id from likely_pair order by state desc limit 2)'],
  ['/safeguarding/:id', 'select id from safeguarding_concern'],
  [
    '/data-requests/:id/statements/:item',
    `select request_id as id, id as item from data_request_item where not restricted`,
  ],
  [
    '/data-requests/:id/releases/:release/:format',
    `select request_id as id, id as release, column1 as format from data_release, ${among(['pdf', 'json'])}`,
  ],
  [
    '/my/data/:id/answers/:release/:format',
    `select r.id, l.id as release, column1 as format from data_request r join data_release l on l.request_id = r.id, ${among(['pdf', 'json'])} where r.received_how = 'online'`,
  ],
  ['/data-requests/:id', 'select id from data_request'],
  ['/retention/holds/:id', 'select id from legal_hold'],
  ['/retention/:id', 'select id from disposal'],
  ['/import/:id/columns/:number', `select id, '1' as number from import_run`],
  ['/import/:id/refused/:number', `select id, '1' as number from import_run`],
  ['/import/:id', 'select id from import_run'],
  [
    '/reports/annual/:year/measures/:measure',
    `select '2017-18' as year, column1 as measure from ${among(['register.active', 'young_carers.current'])}`,
  ],
  ['/reports/outcomes/rows/:figure', `select column1 as figure from ${among(outcomeFigureIds)} f`],
  ['/reports/annual/:year', `select '2017-18' as year`],
  ['/api/reports/annual/:year', `select '2017-18' as year`],
  ['/reports/outcomes/rows/:figure', `select column1 as figure from ${among(outcomeFigureIds)} f`],
]

/** Examples for the parameters of a path; throws where nobody has said what stands for them. */
export async function examplesFor(house: TestHouse, path: string): Promise<readonly Example[]> {
  if (!path.includes(':')) return [{}]
  const source = sources.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))
  if (source === undefined) {
    throw new Error(
      `${path} has a parameter that no test knows: add its rows to test/routes/examples.ts`,
    )
  }
  const rows = await rowsOf<Example>(house, `select * from (${source[1]}) as examples limit 40`)
  if (rows.length === 0)
    throw new Error(`the demo has no row for ${path}: add one in test/routes/furnish.ts`)
  return rows
}

/** The address of a path with its parameters filled in. */
export function addressOf(path: string, example: Example): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(example[name] ?? ''))
}
