import { useI18n } from 'vue-i18n'

/** “张三（执法人员）”; a job of the program is called by what it does. */
export function useActors() {
  const { t, te } = useI18n()
  return (actor: { name: string; role: string } | undefined): string => {
    if (!actor) return t('custody.someone')
    if (actor.role === 'system' && te(`systems.${actor.name}`)) return t(`systems.${actor.name}`)
    return t('custody.who', { name: actor.name, role: te(`roles.${actor.role}`) ? t(`roles.${actor.role}`) : actor.role })
  }
}
