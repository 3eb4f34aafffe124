-- Which function does what a plan says, who made the frame, and where the entries of draw and plan are (ADR 0135). Empty in what
-- was there before this was asked; every frame before was uploaded.
alter table supervision_plan add column responsible text not null default '' check (char_length(responsible) <= 100);
alter table supervision_plan add column append bigint;
alter table supervision_round add column drawn_append bigint;
alter table supervision_round add column frame_source text not null default 'uploaded'
    check (frame_source in ('uploaded', 'service'));
grant update (drawn_append) on supervision_round to rettidig_app;
