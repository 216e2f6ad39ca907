#include "uvstream/task/dump.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <unistd.h>

#include "uvstream/base/clock.h"
#include "uvstream/sched/strand.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/report.h"

namespace uvstream::task {

namespace {

// (Nothing here is the request's memory, nor can a fatal error jump past it.)
class Tree {
  public:
    Tree(Text& text, Where from) : text_(text), from_(from) {
        for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
            const Group* const home = task->home();
            if (groups_.insert(home).second) opened_by_[home->opener()].push_back(home);
        }
    }

    void add(const Body& body) { add({&body, nullptr, 0}); }

    // Of a scope whose opener is not in the tree: it has ended, or is in the scope itself.
    void add_rest() {
        for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
            if (groups_.count(task->home()) > 0) add({nullptr, task->home(), 0});
        }
    }

  private:
    static const char* name_of(const Group& group) {
        if (&group == tasks().script()) return "the script's tasks";
        switch (group.policy()) {
        case Group::Policy::Run: return "run";
        case Group::Policy::First: return "first";
        default: return "group";
        }
    }

    // A strand, or the scope of some.
    struct Node {
        const Body* body;
        const Group* group;
        size_t depth;
    };

    // With all that is below it. (Not by recursion: how deep scopes are in each other is the script's affair.)
    void add(const Node& top) {
        std::vector<Node> nodes{top};
        while (!nodes.empty()) {
            const Node node = nodes.back();
            nodes.pop_back();
            const size_t before = nodes.size();
            if (node.body != nullptr) {
                add_line(*node.body, node.depth);
                const auto opened = opened_by_.find(node.body);
                if (opened == opened_by_.end()) continue;
                for (const Group* group : opened->second) nodes.push_back({nullptr, group, node.depth + 1});
            } else if (groups_.erase(node.group) > 0) { // not shown already
                add_line(*node.group, node.depth);
                for (const Task* task = node.group->first(); task != nullptr; task = task->next_member) {
                    nodes.push_back({&task->body, nullptr, node.depth + 1});
                }
            }
            std::reverse(nodes.begin() + static_cast<ptrdiff_t>(before), nodes.end()); // the first is the next
        }
    }

    void add_line(const Body& body, size_t depth) {
        text_.append(depth * 2, ' ');
        append_name(text_, body);
        text_ += ' ';
        append_whereabouts(text_, body, from_);
        add_time(body);
        text_ += '\n';
    }

    void add_line(const Group& group, size_t depth) {
        text_.append(depth * 2, ' ');
        text_ += name_of(group);
        if (group.limit() > 0) text_ += ", " + std::to_string(group.limit()) + " at a time";
        if (group.cancellation().is_set) text_ += ", cancelled";
        text_ += ":\n";
    }

    // Since when it is so, unless it runs.
    void add_time(const Body& body) {
        const sched::Parking& parking = body.strand.parking;
        if (&tasks().running() == &body && !parking.is_parked && from_ == Where::InCode) return;
        if (parking.since_us > 0) {
            text_ += ", for ";
            append_seconds(text_, base::coarse_now_us() - parking.since_us);
        }
        if (parking.is_ready && body.context != nullptr) text_ += ", and is about to go on";
        if (parking.is_cancelled) text_ += ", and is cancelled";
    }

    Text& text_;
    Where from_;
    std::unordered_set<const Group*> groups_; // not shown yet
    std::unordered_map<const Body*, std::vector<const Group*>> opened_by_;
};

// The place that the running strand has come to, or of the function that has ended.
void append_hold(Text& text, const Body& body) {
    append_place(text, EG(current_execute_data));
    if (text.empty() && body.task != nullptr) append_function(text, *body.task->fiber());
}

} // namespace

void append_dump(Text& text, Where from) {
    const size_t live = tasks().live();
    text += "uvstream: process " + std::to_string(getpid()) + ", " + std::to_string(live) +
            (live == 1 ? " task\n" : " tasks\n");
    const TasksByNumber index;
    Tree tree(text, from);
    tree.add(tasks().main());
    tree.add_rest();
}

void tell_hold(sched::Strand& strand, int64_t us) {
    constexpr size_t kMostPlaces = 1000;
    Tasks& all = tasks();
    if (all.slow_places.size() >= kMostPlaces) return;
    Text& text = all.text;
    text.clear();
    append_hold(text, body_of(strand));
    if (!all.slow_places.insert(text).second) return;
    text = " held the thread for " + std::to_string(us / 1000) + " ms without letting others run, until" + text;
    Text name;
    append_name(name, body_of(strand));
    text.insert(0, name);
    Text().swap(name);
    zend::log_text(text.c_str());
    Text().swap(text);
}

} // namespace uvstream::task
