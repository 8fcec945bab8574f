export default {
  title: 'Przeczytaj i zatwierdź monografię',
  intro:
    'Oto tekst, który Obserwatorium Terytoriów Cyfrowych (OTeN) przygotowało na podstawie Państwa wywiadu. Nic nie zostanie postanowione, dopóki nie wybiorą Państwo jednego z dwóch przycisków na końcu strony.',
  approve: 'Zatwierdzam ten tekst',
  changes: 'Proszę o zmiany',
  comment: 'Co należy zmienić (czyta tylko redakcja)',
  alerts: {
    changed:
      'Tekst zmienił się od chwili wyświetlenia tej strony. Prosimy przeczytać go ponownie przed podjęciem decyzji.',
    commentMissing: 'Prosimy w kilku słowach napisać, co należy zmienić.',
    commentTooLong: 'Wiadomość jest za długa: najwyżej 2000 znaków.',
  },
  notices: {
    approved: {
      title: 'Dziękujemy, zatwierdzenie zostało zapisane',
      text: 'Można zamknąć tę stronę. Jeśli redakcja zmieni tekst, zatwierdzenie wygaśnie i poprosimy o nie ponownie.',
    },
    refused: {
      title: 'Dziękujemy, prośba została zapisana',
      text: 'Można zamknąć tę stronę. Redakcja przyśle nowy odnośnik, gdy tekst zostanie poprawiony.',
    },
    gone: {
      title: 'Ten odnośnik jest nieważny',
      text: 'Jest niepełny, został już użyty albo wygasł. Prosimy poprosić redakcję obserwatorium o nowy.',
    },
    busy: {
      title: 'Zbyt wiele żądań',
      text: 'Prosimy spróbować ponownie za kilka minut. Nic nie zostało zapisane.',
    },
    invalid: {
      title: 'Nie udało się odczytać odpowiedzi',
      text: 'Nic nie zostało zapisane. Prosimy wrócić do poprzedniej strony i spróbować ponownie.',
    },
  },
  mail: {
    subject: 'Prośba o zatwierdzenie: {title}',
    text: 'Dzień dobry,\n\nmonografia „{title}”, przygotowana na podstawie Państwa wywiadu, jest gotowa. Prosimy ją przeczytać i powiedzieć nam, czy zatwierdzają Państwo tekst:\n\n{link}\n\nOdnośnik jest osobisty, działa jeden raz i jest ważny do {day}.\n\nRedakcja Obserwatorium Terytoriów Cyfrowych (OTeN)\n',
  },
  fields: {
    title: 'Tytuł',
    slug: 'Końcówka adresu strony',
    strap: 'Nagłówek',
    summary: 'Streszczenie',
    imageAlt: 'Opis obrazu',
    whyStopped: 'Dlaczego inicjatywę zakończono',
    context: 'Kontekst',
    problem: 'Problem',
    objectives: 'Cele',
    solution: 'Rozwiązanie',
    users: 'Użytkownicy',
    participation: 'Udział zainteresowanych',
    innovation: 'Innowacja',
    organisation: 'Organizacja projektu',
    costTexts: 'Koszty',
    evidenceTexts: 'Zmierzone wyniki',
    challenges: 'Trudności',
    failures: 'Niepowodzenia',
    conditionsForSuccess: 'Warunki powodzenia',
    successFactors: 'Czynniki sukcesu',
    lessons: 'Wnioski',
    replicableComponentTexts: 'Elementy do powielenia',
    prerequisites: 'Wymagania wstępne',
    transferCriterionTexts: 'Kryteria przeniesienia',
    attribution: 'Informacja o źródle',
  },
};
