import type { AssessmentForm, Question } from './assessment-form.ts'

const added: Question = { id: 'new_question', type: 'text', label: 'What is new?', matters: [] }

/** The next version of a form for a test: in its first section one question added, one reworded, one removed. */
export function nextVersionOf(form: AssessmentForm): AssessmentForm {
  const [name, number] = [form.version.slice(0, -1), Number(form.version.slice(-1))]
  return {
    ...form,
    version: `${name}${number + 1}`,
    sections: form.sections.map((section, at) => {
      const [first, ...rest] = section.questions
      if (at > 0 || first === undefined) return section
      const [reworded, , ...kept] = [{ ...first, label: `${first.label} Tell me more.` }, ...rest]
      return { ...section, questions: [reworded, ...kept, added] }
    }),
  }
}
