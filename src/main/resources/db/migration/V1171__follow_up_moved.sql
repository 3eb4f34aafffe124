-- Where a child moved whose follow-up is closed for that (ADR 0153), and the handover that began with it. A municipality without a
-- handover has to be notified in another way. What was closed before this says nothing.

alter table follow_up_closing
    add column moved_to text check (moved_to = 'abroad' or moved_to ~ '^[1-9][0-9]{2}$'),
    add column moved_on date,
    add column handover uuid,
    add check ((moved_to is null) = (moved_on is null)),
    add check (moved_to is null or code = 'moved'),
    add check (handover is null or moved_to <> 'abroad');
