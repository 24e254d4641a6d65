#include "tag_pool.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace focus_billing {

namespace {

constexpr std::uint64_t templates_of_unique_tags = 5'000;
constexpr std::uint64_t projects_of_an_investigator = 3;

constexpr std::array<std::string_view, 12> surnames{"okafor",   "lindqvist", "tanaka", "moreau",
                                                    "castillo", "novak",     "haddad", "oyelaran",
                                                    "weber",    "rossi",     "keller", "nguyen"};
constexpr std::array<std::string_view, 10> topics{
    "glacier", "proteome", "turbulence", "dialect", "pulsar",
    "aquifer", "synapse",  "perovskite", "census",  "microbiome"};
constexpr std::array<std::string_view, 4> stages{"production", "staging", "teaching", "sandbox"};
constexpr std::array<std::string_view, 6> buildings{"Zürich lab", "Kyōto 京都 desk", "Main hall",
                                                    "North wing", "Observatory",     "Annex 4"};

void append_member(std::string& json, std::string_view key, std::string_view value) {
    json += json.empty() ? "{" : ", ";
    fmt::format_to(std::back_inserter(json), "\"{}\": \"{}\"", key, value);
}

void append_optional_members(std::string& json, std::uint64_t index, std::uint64_t count,
                             RandomSource& random) {
    const std::string_view topic = topics[random.below(topics.size())];
    const std::array<std::pair<std::string_view, std::string>, 5> members{{
        {"cost_center", fmt::format("{}", 40'000 + index % 700)},
        {"grant_number", fmt::format("R01-{:06}", 310'000 + index)},
        {"stage", std::string(stages[random.below(stages.size())])},
        {"workload", fmt::format("{}-pipeline-{}", topic, index % 29)},
        {"location", std::string(buildings[random.below(buildings.size())])},
    }};
    for (std::uint64_t member = 0; member < count; ++member)
        append_member(json, members[member].first, members[member].second);
}

TagSet make_tag_set(ExportKind kind, std::uint64_t index, RandomSource random) {
    TagSet set;
    set.has_pi_email = index % 100 != 41;
    set.has_fund_org = index % 50 != 13;
    const std::uint64_t investigator = index / projects_of_an_investigator;
    if (set.has_pi_email)
        append_member(set.json, "pi_email",
                      fmt::format("{}{}@example.edu", surnames[investigator % surnames.size()],
                                  investigator));
    append_member(set.json, "project_id",
                  fmt::format("{}-{:04}", topics[index % topics.size()], index));
    if (set.has_fund_org)
        append_member(set.json, "fund_org",
                      fmt::format("{}-{}", 21'000 + index % 1'900, 500 + index % 23));
    const std::uint64_t least = set.has_pi_email && set.has_fund_org ? 0 : 1;
    const std::uint64_t most = kind == ExportKind::campus ? 3 : 5;
    append_optional_members(set.json, index, least + random.below(most - least + 1), random);
    set.json += '}';
    return set;
}

}  // namespace

TagPool::TagPool(const GenerationOptions& options) : m_every_row_unique(options.tagsets == 0) {
    const std::uint64_t count = m_every_row_unique ? templates_of_unique_tags : options.tagsets;
    m_sets.reserve(count);
    for (std::uint64_t index = 0; index < count; ++index)
        m_sets.push_back(
            make_tag_set(options.kind, index, RandomSource::for_item(~options.seed, index)));
}

const TagSet& TagPool::draw(RandomSource& random, std::uint64_t row) {
    const std::uint64_t first = random.below(m_sets.size());
    const TagSet& set = m_sets[std::min(first, random.below(m_sets.size()))];
    if (!m_every_row_unique)
        return set;
    m_unique = set;
    m_unique.json.pop_back();
    append_member(m_unique.json, "request", fmt::format("{:08}", row));
    m_unique.json += '}';
    return m_unique;
}

}  // namespace focus_billing
