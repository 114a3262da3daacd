-- one row per distinct unit name × hazard text × sector that attachment 1 gives to a department, on rows that name none
-- key: unit_name, hazard_text, sector
-- the object decides, not the sector alone: three departments share 消防. Of the objects found the one of the lowest rank counts; two lines may name the same object (商家).
with
asked as (
    select distinct
        unit_name,
        hazard_text,
        sector,
    from int_sighting_kind
    where len(departments) = 0
),

unit_words as (
    select
        object,
        assignment_no,
        unnest(words) as word,
    from stg_assignment_object
    where found_in = 'unit'
),

text_words as (
    select
        object,
        assignment_no,
        unnest(words) as word,
    from stg_assignment_object
    where found_in = 'text'
),

unit_objects as (
    select distinct
        units.unit_name,
        object,
        assignment_no,
    from (select distinct unit_name from asked) as units
    join unit_words on contains(units.unit_name, unit_words.word)
),

text_objects as (
    select distinct
        texts.hazard_text,
        object,
        assignment_no,
    from (select distinct hazard_text from asked) as texts
    join text_words on contains(texts.hazard_text, text_words.word)
),

found as (
    select asked.*, object, assignment_no
    from asked
    join unit_objects using (unit_name)
    union all
    select asked.*, object, assignment_no
    from asked
    join text_objects using (hazard_text)
    union all
    select asked.*, object, assignment_no
    from asked
    join stg_assignment_object on found_in is null
),

ranked as (
    select
        found.*,
        stg_assignment.lead_department,
        rank() over (
            partition by unit_name, hazard_text, sector
            order by stg_assignment_object.rank
        ) as place,
    from found
    join stg_assignment_object using (object, assignment_no)
    join stg_assignment using (assignment_no)
    where len(sectors) = 0
       or list_contains(sectors, sector)
),

answering as (
    select
        unit_name,
        hazard_text,
        sector,
        lead_department,
        min(assignment_no) as assignment_no,
        min(object) as object,
    from ranked
    where place = 1
    group by all
)

select
    unit_name,
    hazard_text,
    sector,
    list(lead_department order by assignment_no) as departments,
    arg_min(object, assignment_no) as object,
from answering
group by all
