/** The tiers of API Management, as `sku.name` has them. Source: the SDK's SkuType, and PremiumV2, which is newer. */

export const SKUS = ['Consumption', 'Developer', 'Basic', 'BasicV2', 'Standard', 'StandardV2', 'Premium', 'PremiumV2'] as const;
