import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Papers of a list of the school's own say one word for one thing, and its title as titles are
/// written.
///
/// Source: product description, Papers (it must be fit to stamp; a figure that stands in two papers
/// is the same figure).
struct OwnListPapersTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let text = """
      # 滨海大学落实《深化新时代教育评价改革总体方案》任务清单

      | 项目 | 内容 |
      |---|---|
      | 文号 | 滨海大党发〔2020〕7号 |
      | 年份 | 2020年 |

      | 序号 | 改革任务 | 主要内容 | 落实举措 | 责任单位 | 完成时限 |
      |---|---|---|---|---|---|
      | 1 | 改革教师评价 | 坚持把师德师风作为第一标准 | 修订师德考核办法 | 人事处 | 2020年6月 |
      | 2 | 改革教师评价 | 破除“五唯” | 修订职称评审办法 | 人事处 | 2020年10月 |
      | 3 | 改革学生评价 | 完善综合素质评价 | 修订测评办法 | 学工部 | 2020年12月 |
      | 4 | 改革用人评价 | 清理用人条件 | 全面清理招聘公告 | 人事处 | 2020年12月 |

      | 截止 | 材料 | 形式 | 报送至 |
      |---|---|---|---|
      | 2020年12月20日 | 工作总结 | 盖章纸质版 | 省教育厅 |
      """
    try desk.write("清单.md", Array(text.utf8))
    run("init --school 滨海大学 --list 清单.md --reviewer 改革办")
    run("import 清单.md")
  }

  @discardableResult
  private func run(_ line: String, by actor: String = "改革办") -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today 2020-08-01 --actor \(actor)")
  }

  private func report(_ name: String) -> String {
    desk.run("report \(name) --ledger 台账 --today 2020-08-01").output
  }

  /// Brings 1.1 to an application, with a document as its evidence.
  private func submit(caption: String) throws {
    try desk.write("办法.txt", Array("办法".utf8))
    run("start 1.1", by: "人事处")
    run("attach 1.1 ./办法.txt --caption \(caption) --number 滨大〔2020〕3号", by: "人事处")
    #expect(run("submit 1.1 --summary 办法已经修订印发。", by: "人事处").status == .fine)
  }

  @Test(.bug(id: "newcomer", "任务 was the group and the item in one sentence"))
  func `groups and items are counted by different words`() {
    let paper = report("self-evaluation")
    #expect(paper.contains("三类任务中尚无一类全部办妥，4项任务中尚无一项办妥。"), "\(paper)")
    #expect(!paper.contains("三项任务"))
  }

  @Test(.bug(id: "newcomer", "title marks within title marks were the same"))
  func `title marks within title marks are single ones`() throws {
    try submit(caption: "关于印发《师德考核办法》的通知")
    #expect(run("close 1.1 --opinion 同意销号").status == .fine)
    let paper = report("self-evaluation")
    let title = "《滨海大学落实〈深化新时代教育评价改革总体方案〉任务清单》"
    #expect(paper.contains("根据\(title)"), "\(paper)")
    #expect(report("reform").contains("认真贯彻\(title)"))
    #expect(paper.contains("印发《关于印发〈师德考核办法〉的通知》（滨大〔2020〕3号）"), "\(paper)")
  }

  @Test func `a heading that names the task is not said again below it`() throws {
    try submit(caption: "师德考核办法")
    #expect(run("close 1.1 --opinion 同意销号").status == .fine)
    let paper = report("reform")
    #expect(paper.contains("、改革教师评价\n"), "\(paper)")
    #expect(paper.contains("\n办法已经修订印发。\n"), "\(paper)")
    #expect(!paper.contains("改革教师评价。"))
  }

  @Test(.bug(id: "newcomer", "what was overdue and under review was said not to be there"))
  func `a needless reminder names what waits for its review`() throws {
    try submit(caption: "师德考核办法")
    let sent = run("reminder send 人事处")
    #expect(sent.status == .refused)
    #expect(
      sent.messages.contains("人事处 没有要它办的逾期、漏期或十五天内到期的条目，没有发函；1.1 已申请销号，等审核人审核"),
      "\(sent.messages)")
  }
}
