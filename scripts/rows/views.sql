-- The views of `xiaohao rollup` and the questions of a ministry, over derived rows.
--
-- One dialect for DuckDB and Spark. The runner provides two views: `derived` with the rows of every
-- file, and `looked_at` with the day. A statement after `-- answer: NAME` is an answer; the others
-- prepare. Days, states and counts were derived by xiaohao: nothing here judges an item.

-- Of copies of one ledger the longest counts, as in `rollup`.
CREATE OR REPLACE TEMPORARY VIEW newest AS
SELECT school, head, headDigest, origin, entries FROM (
  SELECT school, head, headDigest, origin, entries,
    row_number() OVER (PARTITION BY origin ORDER BY entries DESC, headDigest) AS place
  FROM derived WHERE kind = 'school') ranked
WHERE place = 1;

-- Of two ledgers under one school's name none counts, as in `rollup`.
CREATE OR REPLACE TEMPORARY VIEW counted AS
SELECT school, head, headDigest, origin, entries FROM (
  SELECT school, head, headDigest, origin, entries,
    count(*) OVER (PARTITION BY school) AS namesakes
  FROM newest) named
WHERE namesakes = 1;

-- What holds on the day.
CREATE OR REPLACE TEMPORARY VIEW on_day AS
SELECT derived.* FROM derived
JOIN counted ON derived.school = counted.school AND derived.head = counted.head
CROSS JOIN looked_at
WHERE derived.validFrom <= looked_at.day
  AND (derived.validTo IS NULL OR derived.validTo >= looked_at.day);

CREATE OR REPLACE TEMPORARY VIEW item_on_day AS
SELECT * FROM on_day WHERE kind = 'item';

-- The views of `rollup`.

-- What the rates of each school are reckoned from: every item is in one place against its day.
CREATE OR REPLACE TEMPORARY VIEW school_on_day AS
SELECT counted.school, counted.head, count(item) AS total,
  sum(CASE WHEN status = 'pending' THEN 1 ELSE 0 END) AS state_pending,
  sum(CASE WHEN status = 'inProgress' THEN 1 ELSE 0 END) AS state_inProgress,
  sum(CASE WHEN status = 'submitted' THEN 1 ELSE 0 END) AS state_submitted,
  sum(CASE WHEN status = 'closed' THEN 1 ELSE 0 END) AS state_closed,
  sum(CASE WHEN status = 'stale' THEN 1 ELSE 0 END) AS state_stale,
  sum(CASE WHEN status = 'ongoing' THEN 1 ELSE 0 END) AS state_ongoing,
  sum(CASE WHEN status = 'withdrawn' THEN 1 ELSE 0 END) AS state_withdrawn,
  sum(CASE WHEN timing IN ('ahead', 'ahead-closed', 'due-today', 'in-time', 'late', 'overdue') THEN 1 ELSE 0 END) AS granted_mustClose,
  sum(CASE WHEN timing IN ('ahead-closed', 'in-time', 'late') THEN 1 ELSE 0 END) AS granted_closed,
  sum(CASE WHEN timing IN ('due-today', 'in-time', 'late', 'overdue') THEN 1 ELSE 0 END) AS granted_dueByDay,
  sum(CASE WHEN timing IN ('in-time') THEN 1 ELSE 0 END) AS granted_closedInTime,
  sum(CASE WHEN timing IN ('late') THEN 1 ELSE 0 END) AS granted_closedLate,
  sum(CASE WHEN timing IN ('overdue') THEN 1 ELSE 0 END) AS granted_overdue,
  sum(CASE WHEN timing IN ('standing', 'standing-alive') THEN 1 ELSE 0 END) AS granted_standing,
  sum(CASE WHEN timing IN ('standing-alive') THEN 1 ELSE 0 END) AS granted_standingAlive,
  sum(CASE WHEN timing IN ('undated', 'undated-closed') THEN 1 ELSE 0 END) AS granted_undated,
  sum(CASE WHEN timing IN ('undated-closed') THEN 1 ELSE 0 END) AS granted_undatedClosed,
  sum(CASE WHEN originalTiming IN ('ahead', 'ahead-closed', 'due-today', 'in-time', 'late', 'overdue') THEN 1 ELSE 0 END) AS original_mustClose,
  sum(CASE WHEN originalTiming IN ('ahead-closed', 'in-time', 'late') THEN 1 ELSE 0 END) AS original_closed,
  sum(CASE WHEN originalTiming IN ('due-today', 'in-time', 'late', 'overdue') THEN 1 ELSE 0 END) AS original_dueByDay,
  sum(CASE WHEN originalTiming IN ('in-time') THEN 1 ELSE 0 END) AS original_closedInTime,
  sum(CASE WHEN originalTiming IN ('late') THEN 1 ELSE 0 END) AS original_closedLate,
  sum(CASE WHEN originalTiming IN ('overdue') THEN 1 ELSE 0 END) AS original_overdue,
  sum(CASE WHEN originalTiming IN ('standing', 'standing-alive') THEN 1 ELSE 0 END) AS original_standing,
  sum(CASE WHEN originalTiming IN ('standing-alive') THEN 1 ELSE 0 END) AS original_standingAlive,
  sum(CASE WHEN originalTiming IN ('undated', 'undated-closed') THEN 1 ELSE 0 END) AS original_undated,
  sum(CASE WHEN originalTiming IN ('undated-closed') THEN 1 ELSE 0 END) AS original_undatedClosed
FROM counted LEFT JOIN item_on_day
  ON counted.school = item_on_day.school AND counted.head = item_on_day.head
GROUP BY counted.school, counted.head;

-- answer: schools
SELECT school_on_day.*, NOT EXISTS (
    SELECT 1 FROM on_day WHERE kind = 'reason' AND on_day.school = school_on_day.school) AS passes
FROM school_on_day ORDER BY school;

-- answer: clauses
SELECT clause, standing, school FROM on_day WHERE kind = 'clause' ORDER BY clause, standing, school;

-- answer: months
SELECT month, sum(monthDue) AS due, sum(monthClosed) AS closed, sum(monthClosedLate) AS closedLate,
  sum(monthOpen) AS stillOpen, sum(monthOverdue) AS overdue
FROM on_day WHERE kind = 'month' GROUP BY month ORDER BY month;

-- answer: reasons
SELECT school, reason, subject FROM on_day WHERE kind = 'reason' ORDER BY school, reason, subject;

-- answer: indicators
SELECT school, judgement, count(*) AS indicators
FROM on_day WHERE kind = 'indicator' GROUP BY school, judgement ORDER BY school, judgement;

-- Questions of a ministry.

-- 1. 每周办结进度: what is struck off on the day, by the week of its closing, and added up.
-- answer: progress-by-week
SELECT week, closed, sum(closed) OVER (ORDER BY week) AS closedSoFar FROM (
  SELECT CAST(date_trunc('week', closedOn) AS DATE) AS week, count(*) AS closed
  FROM item_on_day WHERE status = 'closed' GROUP BY CAST(date_trunc('week', closedOn) AS DATE)
) weeks ORDER BY week;

-- 2. 哪类牵头部门逾期多: overdue and late items by the leading department's common name.
-- answer: late-by-department
SELECT coalesce(department, '') AS department, count(*) AS items,
  sum(CASE WHEN overdue THEN 1 ELSE 0 END) AS overdue,
  sum(CASE WHEN daysLate > 0 THEN 1 ELSE 0 END) AS closedLate,
  sum(coalesce(daysLate, 0)) AS daysLate
FROM item_on_day WHERE status <> 'withdrawn'
GROUP BY coalesce(department, '') ORDER BY department;

-- 3. 哪些条款最难: the schools in which a clause is overdue, open or unanswered.
-- answer: hardest-clauses
SELECT clause, count(*) AS schools,
  sum(CASE WHEN standing = 'overdue' THEN 1 ELSE 0 END) AS overdue,
  sum(CASE WHEN standing = 'open' THEN 1 ELSE 0 END) AS stillOpen,
  sum(CASE WHEN standing = 'unanswered' THEN 1 ELSE 0 END) AS unanswered
FROM on_day WHERE kind = 'clause' GROUP BY clause
ORDER BY overdue DESC, stillOpen DESC, unanswered DESC, clause;

-- 4. 从申请到销号要几天: by the month of closing; the mean is daysInReview / closed.
-- answer: review-time-by-month
SELECT substr(CAST(closedOn AS VARCHAR(10)), 1, 7) AS closedIn, count(*) AS closed,
  sum(daysInReview) AS daysInReview, max(daysInReview) AS longest
FROM item_on_day WHERE status = 'closed' AND daysInReview IS NOT NULL
GROUP BY substr(CAST(closedOn AS VARCHAR(10)), 1, 7) ORDER BY closedIn;

-- 5. 哪些学校一周内数字跳升: at least five closures more than seven days before.
-- answer: jumps-within-a-week
SELECT school, sum(CASE WHEN wasClosed THEN 1 ELSE 0 END) AS closedBefore,
  sum(CASE WHEN isClosed THEN 1 ELSE 0 END) AS closedNow
FROM (
  SELECT derived.school, status = 'closed' AND validFrom <= looked_at.day
      AND (validTo IS NULL OR validTo >= looked_at.day) AS isClosed,
    status = 'closed' AND validFrom <= CAST(looked_at.day - INTERVAL 7 DAY AS DATE)
      AND (validTo IS NULL OR validTo >= CAST(looked_at.day - INTERVAL 7 DAY AS DATE)) AS wasClosed
  FROM derived JOIN counted ON derived.school = counted.school AND derived.head = counted.head
  CROSS JOIN looked_at
  WHERE kind = 'item') closures
GROUP BY school
HAVING sum(CASE WHEN isClosed THEN 1 ELSE 0 END) >= sum(CASE WHEN wasClosed THEN 1 ELSE 0 END) + 5
ORDER BY school;

-- 6. 各校逾期: numerator and denominator of 逾期率, the worst first.
-- answer: overdue-by-school
SELECT school, granted_overdue AS overdue, granted_dueByDay AS dueByDay
FROM school_on_day ORDER BY overdue DESC, dueByDay, school;

-- 7. 哪些指标难达标: schools by answer.
-- answer: indicators-by-answer
SELECT indicator, starred, judgement, count(*) AS schools
FROM on_day WHERE kind = 'indicator' GROUP BY indicator, starred, judgement
ORDER BY indicator, judgement;

-- 8. 哪些条款延期多: items with a granted day, and how many of them are open all the same.
-- answer: extensions-by-clause
SELECT coalesce(clause, '') AS clause, count(*) AS extended,
  sum(CASE WHEN settled THEN 0 ELSE 1 END) AS unsettled
FROM item_on_day WHERE grantedDue IS NOT NULL AND status <> 'withdrawn'
GROUP BY coalesce(clause, '') ORDER BY extended DESC, clause;

-- 9. 回头看翻出多少: items in a further round or with a stale closure, by school.
-- answer: reopened-and-stale
SELECT school, sum(CASE WHEN round > 1 THEN 1 ELSE 0 END) AS reopened,
  sum(CASE WHEN status = 'stale' THEN 1 ELSE 0 END) AS stale
FROM item_on_day WHERE round > 1 OR status = 'stale' GROUP BY school ORDER BY school;

-- 10. 今后三十天到期而未办妥: by the day, for planning.
-- answer: due-within-thirty-days
SELECT targetDay, count(*) AS items, count(DISTINCT item_on_day.school) AS schools
FROM item_on_day CROSS JOIN looked_at
WHERE NOT settled AND status NOT IN ('closed', 'withdrawn')
  AND targetDay >= looked_at.day AND targetDay <= CAST(looked_at.day + INTERVAL 30 DAY AS DATE)
GROUP BY targetDay ORDER BY targetDay;

-- 11. 自评不能通过的原因: schools and cases by kind.
-- answer: reasons-by-kind
SELECT reason, count(DISTINCT school) AS schools, count(*) AS cases
FROM on_day WHERE kind = 'reason' GROUP BY reason ORDER BY reason;

-- 12. 长期坚持而当月没有动静: silent items by clause.
-- answer: silent-by-clause
SELECT coalesce(clause, '') AS clause, count(*) AS items
FROM item_on_day WHERE silent GROUP BY coalesce(clause, '') ORDER BY items DESC, clause;
