// Hundreds of strands that do what comes into their heads, in an order that comes from a seed, in virtual time.
// Whatever the order: nothing is lost or taken twice, who came first is served first, no wait ends too early or for
// nothing, and in the end nobody stands in any line.
//
// A seed that fails is run again by: UVSTREAM_SEED=N .../unit --gtest_filter='RandomStrands*'
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <random>
#include <string>

#include "fake_strands.h"
#include "uvstream/loop/fork_watch.h"
#include "uvstream/sched/exclusive.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using base::Interest;

class RandomStrands {
  public:
    explicit RandomStrands(unsigned seed) : random_(seed) {
        strands_.scheduler.dispatcher().set_schedule(seed % 2 == 0 ? 0 : seed);
        for (int i = below(3) + 1; i > 0; --i) channels_.emplace_back();
    }

    // Everybody's end included.
    void run() {
        const int count = below(50) == 0 ? 100 + below(200) : below(24) + 2;
        for (int i = 0; i < count; ++i) spawn_any();
        ASSERT_TRUE(strands_.run_all());
        for (Channel& channel : channels_) {
            EXPECT_EQ(strands_.scheduler.watchers().at(channel.fd()).wanted(), 0);
            while (channel.take()) {
            }
            EXPECT_EQ(channel.sent, channel.received) << "bytes were lost, or taken twice";
        }
        EXPECT_TRUE(strands_.scheduler.dispatcher().ready().is_empty());
        EXPECT_EQ(strands_.scheduler.dispatcher().strands(), 1u);
    }

  private:
    // A pair on which bytes are sent that count up, and must be received so.
    struct Channel {
        Pair pair = socket_pair();
        unsigned sent = 0, received = 0;
        std::deque<int> line; // who waits to read, in order

        int fd() const { return pair.ours.get(); }
        void send_one() {
            const auto byte = static_cast<unsigned char>(sent);
            if (send(pair.theirs.get(), &byte, 1, MSG_DONTWAIT) == 1) ++sent;
        }
        bool take() {
            unsigned char byte = 0;
            if (recv(fd(), &byte, 1, MSG_DONTWAIT) != 1) return false;
            EXPECT_EQ(byte, static_cast<unsigned char>(received));
            ++received;
            return true;
        }
        bool has_bytes() const { return sent != received; }
    };

    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    Channel& any_channel() { return channels_[static_cast<size_t>(below(static_cast<int>(channels_.size())))]; }

    void spawn_any() {
        const int steps = below(6) + 1, me = next_number_++;
        Strand& strand = strands_.spawn([this, steps, me](Strand& its) {
            for (int i = 0; i < steps; ++i) step(its, me);
            forget(its);
        });
        alive_.push_back(&strand);
    }
    void forget(const Strand& strand) {
        for (auto& one : alive_) {
            if (one == &strand) one = nullptr;
        }
    }

    void step(Strand& strand, int me) {
        switch (below(14)) {
        case 0:
        case 1:
        case 2: read(strand, me); break;
        case 3:
        case 4: any_channel().send_one(); break;
        case 5: sleep(strand); break;
        case 6: select(strand); break;
        case 7: await_flag(strand); break;
        case 8: disturb(); break;
        case 9: only_one(strand); break;
        case 10: in_place(strand); break;
        case 11: yield(strand); break;
        case 12:
            if (next_number_ < 400) spawn_any();
            break;
        default: busy(strand); break;
        }
    }

    void read(Strand& strand, int me) {
        Channel& channel = any_channel();
        if (!strands_.scheduler.has_readers(channel.fd()) && channel.take()) return; // try first
        const auto deadline = Deadline::after_us(below(5000) + 1);
        channel.line.push_back(me);
        Event event = Event::readable(channel.fd());
        Woken woken;
        bool was_first, has_taken = false;
        do { // one before it has passed on what was nothing: it looks, and is the first again
            woken = strands_.scheduler.park(strand, event, deadline);
            was_first = channel.line.front() == me;
            EXPECT_TRUE(woken != Woken::Ready || was_first) << "served before who came first";
            has_taken = woken == Woken::Ready && channel.take();
            event.as_first = true;
        } while (woken == Woken::Ready && !has_taken);
        channel.line.erase(std::find(channel.line.begin(), channel.line.end(), me));
        if (has_taken) {
            strands_.scheduler.pass_on_reading(channel.fd());
            return;
        }
        EXPECT_TRUE(woken == Woken::Cancelled || (woken == Woken::TimedOut && deadline.passed()));
        EXPECT_FALSE(was_first && channel.has_bytes()) << "what had come was not given";
    }

    void sleep(Strand& strand) {
        const auto deadline = Deadline::after_us(below(3000));
        const Woken woken = strands_.scheduler.park(strand, Event::time(), deadline);
        EXPECT_TRUE(woken == Woken::Cancelled || (woken == Woken::TimedOut && deadline.passed()));
    }

    void select(Strand& strand) {
        std::vector<Interest> interests;
        for (const Channel& channel : channels_) {
            interests.push_back({channel.fd(), POLLIN, below(4) != 0});
            if (below(3) == 0) interests.push_back({channel.fd(), POLLPRI, true});
        }
        const auto deadline = Deadline::after_us(below(3000) + 1);
        const Woken woken = strands_.scheduler.select(strand, interests.data(), interests.size(), deadline);
        bool any_met = false;
        for (const Interest& one : interests) any_met = any_met || one.is_met;
        EXPECT_EQ(woken == Woken::Ready, any_met);
        EXPECT_TRUE(woken != Woken::TimedOut || deadline.passed());
    }

    // One that another strand sets, or nobody.
    void await_flag(Strand& strand) {
        flags_.push_back({false, &strand});
        Flag& flag = flags_.back();
        const auto deadline = Deadline::after_us(below(3000) + 1);
        const Woken woken = strands_.scheduler.park(strand, Event::set(flag.is_set), deadline);
        flag.waiter = nullptr;
        EXPECT_EQ(woken == Woken::Ready, flag.is_set);
    }

    void disturb() {
        if (!flags_.empty()) {
            Flag& flag = flags_[static_cast<size_t>(below(static_cast<int>(flags_.size())))];
            if (flag.waiter != nullptr) {
                flag.is_set = true;
                flag.waiter->wake();
            }
        }
        Strand* const any = alive_[static_cast<size_t>(below(static_cast<int>(alive_.size())))];
        if (any == nullptr) return;
        any->wake(); // for nothing
        if (below(5) == 0) strands_.scheduler.watchers().renew_loop();
        if (below(5) == 0) VirtualTime::interrupt_after(below(3) + 1);
        if (below(4) == 0) any->cancel();
    }

    // Something that one at a time may do; whoever comes meanwhile waits in line.
    void only_one(Strand& strand) {
        const auto deadline = Deadline::after_us(below(5000) + 1);
        if (exclusive_.wait(strand, deadline) != Woken::Ready) return;
        exclusive_.take(strand);
        EXPECT_FALSE(is_within_) << "two at a time";
        is_within_ = true;
        (void)strands_.scheduler.park(strand, Event::time(), Deadline::after_us(below(500)));
        is_within_ = false;
        exclusive_.give_back();
    }

    // A no-switch region: nobody else runs meanwhile.
    void in_place(Strand& strand) {
        strands_.scheduler.dispatcher().forbid_switching();
        const int before = FakeStrands::switches;
        Channel& channel = any_channel();
        const auto deadline = Deadline::after_us(below(100) + 1);
        const Woken woken = strands_.scheduler.park(strand, Event::writable(channel.fd()), deadline);
        EXPECT_EQ(woken, Woken::Ready);
        (void)strands_.scheduler.park(strand, Event::time(), deadline);
        EXPECT_EQ(FakeStrands::switches, before);
        strands_.scheduler.dispatcher().allow_switching();
    }

    void yield(Strand& strand) {
        for (int i = below(20); i > 0; --i) {
            VirtualTime::advance(100);
            const bool goes_on = strands_.scheduler.yield(strand);
            EXPECT_EQ(goes_on, !strand.parking.is_cancelled);
        }
    }

    void busy(Strand& strand) {
        for (int i = below(100); i > 0; --i) strands_.scheduler.begin_operation(strand);
        VirtualTime::advance(below(2000));
    }

    Exclusive exclusive_;
    bool is_within_ = false;

    struct Flag {
        bool is_set;
        Strand* waiter;
    };

    std::minstd_rand random_;
    const VirtualTime time_;
    FakeStrands strands_;
    std::deque<Channel> channels_;
    std::deque<Flag> flags_;
    std::vector<Strand*> alive_;
    int next_number_ = 0;
};

TEST(RandomStrandsTest, AnyOrderIsRight) {
    const char* const only = getenv("UVSTREAM_SEED");
    const char* const most = getenv("UVSTREAM_SEEDS");
    const unsigned first = only != nullptr ? static_cast<unsigned>(atoi(only)) : 1;
    const unsigned count = only != nullptr ? 1 : most != nullptr ? static_cast<unsigned>(atoi(most)) : 10'000;
    for (unsigned seed = first; seed < first + count; ++seed) {
        RandomStrands(seed).run();
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
}

} // namespace
} // namespace uvstream::sched
