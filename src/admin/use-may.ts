import { useAuth } from '@strapi/strapi/admin';

/** Whether the signed-in user has a permission, on a content type where it is about one. */
export const useMay = (action: string, subject: string | null): boolean =>
  useAuth('useMay', ({ permissions }) =>
    permissions.some(
      (permission) => permission.action === action && permission.subject === subject,
    ),
  );
