-- upper bound of Wilson's 95 % interval of a share; null without a base
create or replace macro wilson_high(part, whole) as
    if(whole > 0, least(1, (part / whole + 1.920729410347 / whole + 1.959963984540 * sqrt(greatest(0, part / whole * (1 - part / whole)) / whole + 0.960364705174 / (whole * whole))) / (1 + 3.841458820694 / whole)), null);
