import { html } from '#platform/lib/html.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { choice, text } from '#platform/web/fields.ts'
import { form, type FormState } from '#platform/web/form.ts'
import { fieldOf } from '#platform/web/form-view.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { iStatement, iStatements, strategyOutcomes } from '../i-statements.ts'
import { deleteLine, insertGoal, updateGoal, updateWithoutGoal } from '../plan-lines.sql.ts'
import { howOften, type HowOften, type PlanGoal } from '../plan.ts'
import { linePage } from './line-page.ts'

const goalForm = form({
  words: text('Write the goal in the carer’s own words', 500),
  iStatement: choice(
    iStatements.map(({ id }) => id),
    'Select the statement that the goal serves',
  ),
  answerBefore: choice(
    Object.keys(howOften) as HowOften[],
    'Select how often the carer can say this now',
  ),
})

/** A goal in the carer's own words, with the statement of the strategy that it serves. */
export const goalPage = linePage<PlanGoal, Pick<PlanGoal, 'words' | 'iStatement' | 'answerBefore'>>(
  {
    path: 'goals',
    part: 'goals',
    titles: { add: 'Add a goal', change: 'Change a goal' },
    lines: ({ whole }) => whole.goals,
    read: (body) => goalForm.read(body),
    typed: ({ words, iStatement: statement, answerBefore }) => ({
      words,
      iStatement: statement,
      answerBefore: answerBefore ?? '',
    }),
    fields: (state) =>
      html` ${areaField(state, { name: 'words', label: 'What does the carer want?', hint: 'In the carer’s own words, as they would say it: “See my sister in Malvern again”' })}
      ${statementField(state)}
      ${radiosField(state, {
        name: 'answerBefore',
        label: 'How often can the carer say that now?',
        hint: 'Asked again at each review, to see what the plan changed',
        options: Object.entries(howOften),
      })}`,
    says: ({ words, iStatement: statement, answerBefore }) => [
      { name: 'Goal', value: words },
      { name: 'Statement', value: iStatement(statement) },
      { name: 'Now', value: answerBefore === null ? '' : howOften[answerBefore] },
    ],
    add: (tx, { whole }, id, values) => insertGoal(tx, whole.plan, { id, ...values }),
    change: (tx, _writing, seen, values) => updateGoal(tx, seen, values),
    remove: async (tx, { whole }, { id }) => {
      await updateWithoutGoal(tx, whole.plan.id, id)
      await deleteLine(tx, 'planGoal', { id, planId: whole.plan.id })
    },
  },
)

const statementField = (state: FormState) =>
  govukSelect({
    ...fieldOf(state, 'iStatement'),
    label: { text: 'Which statement does it serve?' },
    hint: { text: 'What the county’s carers should be able to say of themselves' },
    items: [
      { value: '', text: 'Select a statement' },
      ...iStatements.map(({ id, outcome, label }) => ({
        value: id,
        text: `${strategyOutcomes[outcome]}: ${label}`,
      })),
    ],
  })
