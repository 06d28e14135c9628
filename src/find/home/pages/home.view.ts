import { callToAction } from '#platform/govuk/own/call-to-action.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'

const doors = [
  {
    text: 'I need help today',
    href: '/help-today',
    about: 'Someone is in danger, or I cannot go on',
  },
  { text: 'Find help near me', href: '/find-help', about: 'Groups, libraries and phone lines' },
  {
    text: 'What happens if I am ill?',
    href: '/if-i-am-ill',
    about: 'A plan for who steps in when you cannot',
  },
  { text: 'I am under 18', href: '/young-carers', about: 'Help for young people who help at home' },
  {
    text: 'I know someone, or work with carers: refer someone',
    href: '/refer',
    about: 'For family and friends, GP practices, wards, schools and others',
  },
]

/** The first page of the public door. It never says "carer" first: most carers do not call themselves one. */
export function homeView(telephone: string | null): PageView {
  return {
    title: 'Do you look after someone?',
    main: html`<h1 class="govuk-heading-xl">Do you look after someone?</h1>
      <p class="app-lead">
        A partner, parent, child or friend who could not manage without you? There is help, and it
        is free to ask.
      </p>
      ${callToAction({ text: 'Check what help you can get', href: '/am-i-a-carer', telephone })}
      <h2 class="govuk-visually-hidden">Other ways in</h2>
      ${doorLinks(doors)}`,
  }
}
