-- one row per month and slice where stock and flow do not add up
-- severity: blocking
-- meaning_zh: 每个切片中：期初 + 新增 + 反弹 − 销号 − 作废 ± 归属调整 = 期末。
-- meaning_en: In every slice: opening + found + re-opened − closed − cancelled ± transferred = closing.
-- cure_zh: 这是程序缺陷：请保留 build/ 目录并报告所列切片。
-- cure_en: A fault of the product: keep the build/ folder and report the slices listed.
select
    month,
    community,
    sector,
    department,
    category,
    level,
    opening,
    found,
    reopened,
    closed,
    cancelled,
    transferred,
    closing,
from mart_month
where opening + found + reopened - closed - cancelled + transferred <> closing
