export default {
  title: 'Leer y aprobar una monografía',
  intro:
    'Este es el texto que el Observatorio de los Territorios Digitales (OTeN) ha redactado a partir de su entrevista. Nada queda decidido hasta que elija uno de los dos botones al final de la página.',
  approve: 'Apruebo este texto',
  changes: 'Pedir cambios',
  comment: 'Qué hay que cambiar (solo lo lee la redacción)',
  alerts: {
    changed:
      'El texto ha cambiado desde que se mostró esta página. Vuelva a leerlo antes de decidir.',
    commentMissing: 'Díganos en pocas palabras qué hay que cambiar.',
    commentTooLong: 'Su mensaje es demasiado largo: 2000 caracteres como máximo.',
  },
  notices: {
    approved: {
      title: 'Gracias, su aprobación queda registrada',
      text: 'Puede cerrar esta página. Si la redacción cambia el texto, su aprobación deja de valer y se le pedirá de nuevo.',
    },
    refused: {
      title: 'Gracias, su petición queda registrada',
      text: 'Puede cerrar esta página. La redacción le enviará un nuevo enlace cuando el texto esté corregido.',
    },
    gone: {
      title: 'Este enlace no es válido',
      text: 'Está incompleto, ya se ha usado o ha caducado. Pida otro a la redacción del observatorio.',
    },
    busy: {
      title: 'Demasiadas peticiones',
      text: 'Vuelva a intentarlo dentro de unos minutos. No se ha registrado nada.',
    },
    invalid: {
      title: 'No se ha podido leer su respuesta',
      text: 'No se ha registrado nada. Vuelva a la página anterior e inténtelo de nuevo.',
    },
  },
  mail: {
    subject: 'Se solicita su aprobación: {title}',
    text: 'Buenos días:\n\nLa monografía «{title}», redactada a partir de su entrevista, está lista. Léala y díganos si aprueba el texto:\n\n{link}\n\nEste enlace es personal, sirve una sola vez y es válido hasta el {day}.\n\nLa redacción del Observatorio de los Territorios Digitales (OTeN)\n',
  },
  fields: {
    title: 'Título',
    slug: 'Final de la dirección de la página',
    strap: 'Entradilla',
    summary: 'Resumen',
    imageAlt: 'Descripción de la imagen',
    whyStopped: 'Por qué se detuvo la iniciativa',
    context: 'Contexto',
    problem: 'Problema',
    objectives: 'Objetivos',
    solution: 'Solución',
    users: 'Usuarios',
    participation: 'Participación',
    innovation: 'Innovación',
    organisation: 'Organización del proyecto',
    costTexts: 'Costes',
    evidenceTexts: 'Resultados medidos',
    challenges: 'Dificultades',
    failures: 'Fracasos',
    conditionsForSuccess: 'Condiciones de éxito',
    successFactors: 'Factores de éxito',
    lessons: 'Lecciones aprendidas',
    replicableComponentTexts: 'Elementos reproducibles',
    prerequisites: 'Requisitos previos',
    transferCriterionTexts: 'Criterios de transferencia',
    attribution: 'Atribución',
  },
};
