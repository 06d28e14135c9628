// What a carer is entitled to in England, each with its law and since when it has been in force.
import { pounds } from '#platform/lib/money.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { answered, isYoung, looksAfterAdult, type Answers } from './answers.ts'
import { carerBenefitRates } from './carer-benefits.rules.ts'
import { standingOf } from './carer-kinds.rules.ts'
import { law, type Law } from './law.ts'

export type Right = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly law: Law
  /** Money and work are told apart from what the council must do. */
  readonly about: 'help' | 'work' | 'money'
}

type Row = Omit<Right, 'text'> & {
  readonly when: (answers: Answers) => boolean
  readonly text: string | ((today: IsoDate) => string)
}

const grown = (answers: Answers): boolean => !isYoung(answers)
const includes = (answers: Answers, ...who: readonly string[]): boolean =>
  answered(answers, 'who').some((one) => who.includes(one))
const works = ({ day }: Answers): boolean => day === 'work' || day === 'both'
const nearly35 = ({ hours }: Answers): boolean => hours === '35_or_more' || hours === 'not_sure'

const rows: readonly Row[] = [
  {
    id: 'carers_assessment',
    title: "A carer's assessment",
    text: 'A talk about how caring affects you, and what would help. It does not matter how many hours you care or how much money you have. You do not have to live with the person.',
    law: law('Care Act 2014, section 10', '2015-04-01'),
    about: 'help',
    when: (answers) => grown(answers) && looksAfterAdult(answers),
  },
  {
    id: 'written_decision',
    title: 'A decision in writing, with the reasons',
    text: 'After an assessment the council must tell you in writing what it decided and why. If you are eligible, it must meet your needs. If not, it must still give you advice in writing.',
    law: law('Care Act 2014, sections 13 and 20', '2015-04-01'),
    about: 'help',
    when: (answers) => grown(answers) && looksAfterAdult(answers),
  },
  {
    id: 'parent_carers_assessment',
    title: "A parent carer's needs assessment",
    text: 'A talk about what you need to go on caring for your child, about your own wellbeing, and about your whole family.',
    law: law('Children Act 1989, section 17ZD', '2015-04-01'),
    about: 'help',
    when: (answers) => grown(answers) && includes(answers, 'child'),
  },
  {
    id: 'child_in_need',
    title: "Help for the child's family",
    text: 'The council can assess what a disabled child needs and can help the family that looks after them, whoever brings them up.',
    law: law('Children Act 1989, section 17', '1991-10-14'),
    about: 'help',
    when: (answers) => grown(answers) && includes(answers, 'child', 'young_sibling', 'other_child'),
  },
  {
    id: 'childs_carer_transition',
    title: 'An assessment before the child is 18',
    text: 'If you are likely to need help after the child turns 18, the council must assess that in good time.',
    law: law('Care Act 2014, section 60', '2015-04-01'),
    about: 'help',
    when: (answers) => grown(answers) && includes(answers, 'child', 'young_sibling', 'other_child'),
  },
  {
    id: 'young_carers_assessment',
    title: "A young carer's assessment",
    text: 'A talk about what you do, how it makes you feel, and whether it is too much for someone your age. They must ask what you want. You or your parents can ask for it.',
    law: law(
      'Children Act 1989, section 17ZA; Young Carers (Needs Assessments) Regulations 2015',
      '2015-04-01',
    ),
    about: 'help',
    when: isYoung,
  },
  {
    id: 'young_carers_transition',
    title: 'A plan for when you are 18',
    text: 'Before you are 18 the council must look at what you will need after that, so that help does not just stop.',
    law: law('Care Act 2014, section 63', '2015-04-01'),
    about: 'help',
    when: ({ age }) => age === '16_17',
  },
  {
    id: 'information',
    title: 'Information and advice',
    text: 'The council must give you information and advice about care and support, free, whether or not you are assessed.',
    law: law('Care Act 2014, section 4', '2015-04-01'),
    about: 'help',
    when: grown,
  },
  {
    id: 'hospital_discharge',
    title: 'To be asked before someone leaves hospital',
    text: 'If the person goes into hospital, the hospital must take steps to involve you in planning for them to come home, as soon as it can.',
    law: law(
      'Care Act 2014, section 74 (as changed by the Health and Care Act 2022, section 91)',
      '2022-07-01',
    ),
    about: 'help',
    when: (answers) => grown(answers) && looksAfterAdult(answers),
  },
  {
    id: 'carers_leave',
    title: "Carer's leave: a week each year",
    text: 'You can take a week off work each year to care, in days or half-days, from your first day in the job. It is unpaid. Your employer may move it to another day, but may not refuse it.',
    law: law("Carer's Leave Regulations 2024", '2024-04-06'),
    about: 'work',
    when: (answers) => grown(answers) && works(answers),
  },
  {
    id: 'flexible_working',
    title: 'To ask for other working hours',
    text: 'You can ask for other hours, or to work from home, from your first day in the job.',
    law: law(
      'Employment Rights Act 1996, section 80F, and the Flexible Working (Amendment) Regulations 2023',
      '2024-04-06',
    ),
    about: 'work',
    when: (answers) => grown(answers) && works(answers),
  },
  {
    id: 'time_off_in_an_emergency',
    title: 'Time off in an emergency',
    text: 'You can take time off when something happens to the person you look after. It may be unpaid.',
    law: law('Employment Rights Act 1996, section 57A', '1999-12-15'),
    about: 'work',
    when: (answers) => grown(answers) && works(answers),
  },
  {
    id: 'no_discrimination',
    title: 'Not to be treated worse because of whom you look after',
    text: 'At work, in shops and in services, nobody may treat you worse because you are linked to someone who is disabled or old.',
    law: law('Equality Act 2010, section 13', '2010-10-01'),
    about: 'work',
    when: grown,
  },
  {
    id: 'carers_allowance',
    title: "Carer's Allowance",
    text: carersAllowanceInWords,
    law: law('Social Security Contributions and Benefits Act 1992, section 70', '1992-07-01'),
    about: 'money',
    when: (answers) => answers.age !== 'under_16' && answers.age !== '16_17' && nearly35(answers),
  },
  {
    id: 'carer_element',
    title: 'More Universal Credit',
    text: carerElementInWords,
    law: law('Universal Credit Regulations 2013, regulation 29', '2013-04-29'),
    about: 'money',
    when: (answers) => grown(answers) && nearly35(answers),
  },
  {
    id: 'carers_credit',
    title: "Carer's Credit for your pension",
    text: "If you care for 20 hours a week or more and do not get Carer's Allowance, this fills gaps in your National Insurance, so that caring does not cost you State Pension.",
    law: law('Social Security Contributions and Benefits Act 1992, section 23A', '2010-04-06'),
    about: 'money',
    when: (answers) => grown(answers) && (answers.hours === '20_34' || nearly35(answers)),
  },
]

function carersAllowanceInWords(today: IsoDate): string {
  const rates = carerBenefitRates(today)
  const conditions =
    'you care for someone for 35 hours a week or more and they get a disability benefit such as Attendance Allowance'
  if (rates === null)
    return `You may get it if ${conditions}. There is a limit to what you may earn.`
  return `${pounds(rates.allowanceWeekly)} a week (since ${inWords(rates.from)}). You may get it if ${conditions}, you do not study for 21 hours a week or more, and you earn no more than ${pounds(rates.earningsLimitWeekly)} a week after tax. Ask for advice first: the person you look after may lose money if you claim.`
}

function carerElementInWords(today: IsoDate): string {
  const amount = carerBenefitRates(today)?.carerElementMonthly ?? null
  const more = amount === null ? 'You may get more' : `You may get ${pounds(amount)} a month more`
  return `${more} if you claim Universal Credit and care for 35 hours a week or more for someone who gets a disability benefit. You need not claim Carer's Allowance for it.`
}

/** What the answers entitle a person to on a day; nothing for who is no carer in the law's sense. */
export function rightsOf(answers: Answers, today: IsoDate): readonly Right[] {
  const standing = standingOf(answers)
  if (standing !== 'carer' && standing !== 'soon') return []
  return rows.flatMap(({ when, text, ...right }) =>
    when(answers) && right.law.inForceFrom <= today
      ? [{ ...right, text: typeof text === 'string' ? text : text(today) }]
      : [],
  )
}
