# Fills an empty Redmine: one project, issues that one member owns, notes on them in turn.
# Usage: rails runner redmine.rb PASSWORD ISSUES NOTES
password, issues, notes = ARGV[0], Integer(ARGV[1]), Integer(ARGV[2])

Setting.notified_events = []
Setting.per_page_options = "50,100"
owner = User.new(
  firstname: "Owner", lastname: "Bench", mail: "owner@example.invalid", language: "en",
  password: password, password_confirmation: password)
owner.login = "owner"
owner.save!
project = Project.create!(
  name: "Plan", identifier: "plan", trackers: Tracker.all.to_a,
  enabled_module_names: ["issue_tracking"])
Member.create!(project: project, principal: owner, roles: [Role.givable.first])
User.current = owner
plan = (1..issues).map do |number|
  Issue.create!(
    project: project, tracker: Tracker.first, author: owner, assigned_to: owner,
    priority: IssuePriority.first, subject: "Item #{number} of the plan",
    description: "What is to be done, until when, and by what it is known to be done.",
    start_date: Date.new(2020, 7, 20), due_date: Date.new(2020, 8, 1) + number)
end
notes.times do |number|
  issue = Issue.find(plan[number % issues].id)
  issue.init_journal(owner, "Progress #{number}: as planned")
  issue.save!
end
counts = [Issue.count, Journal.count]
abort "made #{counts} of #{[issues, notes]}" unless counts == [issues, notes]
