import type { Core } from '@strapi/strapi';
import type { Permission } from './roles/role-permissions';

type Action = { actionId: string; section: string; subjects?: string[] };

/** The admin's own services that the setup calls; Strapi types none of them. */
type Services = {
  'admin::role': {
    findOne(where: { code: string }): Promise<{ id: number } | null>;
    assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
  };
  'admin::permission': {
    actionProvider: {
      values(): Action[];
      appliesToProperty(property: string, action: string, subject: string): Promise<boolean>;
    };
  };
  'admin::content-type': {
    getNestedFields(model: unknown, options: { components: unknown }): string[];
    getPermissionsWithNestedFields(
      actions: Action[],
      options: { restrictedSubjects: string[] },
    ): Permission[];
  };
};

export const adminService = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name,
): Services[Name] => strapi.service(name) as unknown as Services[Name];
