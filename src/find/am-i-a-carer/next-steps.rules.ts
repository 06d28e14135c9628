import { isYoung, type Answers } from './answers.ts'
import { standingOf, type Standing } from './carer-kinds.rules.ts'

export type NextStep = { readonly title: string; readonly text: string; readonly href: string }

const register: NextStep = {
  title: "Register with the carers' hub",
  text: 'It takes five minutes and is free. Someone will get in touch in the way that suits you.',
  href: '/register',
}

const registerYoung: NextStep = {
  title: "Tell the young carers' service about you",
  text: 'It takes five minutes. Someone kind will get in touch, in the way you choose.',
  href: '/young-carers/register',
}

const findHelp: NextStep = {
  title: 'Find help near you',
  text: 'Groups, libraries and phone lines, the nearest first.',
  href: '/find-help',
}

/** What to do next, the first thing first. */
export function nextSteps(answers: Answers): readonly NextStep[] {
  if (['paid', 'volunteer', 'no_need'].includes(standingOf(answers))) return [findHelp]
  return [isYoung(answers) ? registerYoung : register, findHelp]
}

type Verdict = { readonly heading: string; readonly text: string }

const verdicts: Readonly<Record<Standing, Verdict>> = {
  carer: {
    heading: 'Yes, you are a carer',
    text: 'The law sees what you do, and so do we. There is help for you, not only for the person you look after.',
  },
  soon: {
    heading: 'You will soon be a carer',
    text: 'The law counts you from now on, because you intend to care. It is a good time to ask for help.',
  },
  paid: {
    heading: 'You are a care worker',
    text: 'Someone who is paid to care is not a carer in the law. If you also do a lot for them outside your work, the council can still choose to count that: ring and ask.',
  },
  volunteer: {
    heading: 'You are a volunteer',
    text: 'Someone who helps through an organisation is not a carer in the law. If you also do a lot for them outside that, the council can still choose to count it: ring and ask.',
  },
  no_need: {
    heading: 'You may not be a carer in the law',
    text: 'The law means people who help someone because of illness, disability, old age, mental health or addiction. If you are worried or worn out all the same, you can ring us.',
  },
}

/** The answer to "Am I a carer?" in words. */
export function verdictOf(answers: Answers): Verdict {
  const standing = standingOf(answers)
  if (!isYoung(answers)) return verdicts[standing]
  if (standing === 'no_need') {
    return { ...verdicts.no_need, heading: 'You may not be a young carer' }
  }
  return {
    heading: 'Yes, you are a young carer',
    text: 'You are not alone: lots of young people help someone at home. What you do matters, and you can get help too.',
  }
}
