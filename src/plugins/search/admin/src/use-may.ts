import { useAuth } from '@strapi/strapi/admin';

/** Whether the signed-in account has a right of the plugin. */
export const useMay = (action: string): boolean =>
  useAuth('useMay', ({ permissions }) =>
    permissions.some((permission) => permission.action === action),
  );
