"""The English words that the checks of wording look for."""

from vaultgoals.rules.lexicon import Grammar, Lexicon, listed

ENGLISH = Lexicon(
    grammar=Grammar(
        verb_last=False,
        openers=listed(
            """
            actually aim always and consistently daily finally goal i is let's like monthly must my need
            our please regularly shall should successfully to try us want we weekly will wish would
            """
        ),
        beginnings=listed(
            """
            a all an another any both each every her his its more my new our some that the their these
            this those your
            """
        ),
        breaks=listed(
            """
            about above across after against along among and annually around as at because before below
            between but by daily during each every for from how if in instead into like monthly of on
            once onto or over per quarterly since so than that through to toward towards twice under
            until up via weekly when where while who with within without yearly
            """
        ),
        particles=listed("away back down in off on onto out up"),
        companions=listed("about at down for in into off on out over to up with"),
        often=listed(
            """
            daily each every fridays mondays monthly nightly once per regularly saturdays sundays
            thursdays tuesdays wednesdays weekdays weekends weekly
            """
        ),
        each=listed("each every per"),
        times=listed("thrice times twice"),
        numbers=listed(
            """
            double dozen eight eighty eleven fifteen fifty five forty four half hundred million nine
            ninety one seven seventy six sixty ten thirty thousand three twelve twenty twice two zero
            """
        ),
        periods=listed(
            """
            day evening fortnight friday monday month morning night quarter saturday session sunday
            thursday tuesday wednesday week weekday weekend year
            """
        ),
        bounds=listed("above below by in over to under"),
        below=listed("below under"),
        definite=listed("the"),
    ),
    results=listed(
        """
        accelerate achieve amplify attain attract beat boost convince cure decrease defeat dominate
        eliminate exceed gain graduate grow heal increase lose master maximise maximize minimise
        minimize monetise monetize outdo outgrow outperform outrank outrun outscore outsell overachieve
        overtake persuade prevent qualify reach reduce regain sell shrink skyrocket slash surpass win
        """
    ),
    chances=listed(
        """
        accelerate ace acquire advance avoid be become break bring build capture climb close come
        conquer convert crack create cut deliver deserve double drive drop earn enhance enlarge ensure
        erase expand find finish generate get get-into go graduate guarantee halve have hire hit impress
        improve land lift lower make medal nail obtain optimise optimize pass pay-off pick pull push
        quadruple quintuple raise rank receive recruit retain score secure sell shorten sign slash
        stabilise stabilize strengthen trim triple upsell widen
        """
    ),
    prizes=listed(
        """
        a1c abs absence absenteeism acceptance accepted accident account accuracy activation admission
        admitted adoption adoption-rate allowance answer-time aov applause applicant apprenticeship
        approval approved arpu arr arrears asleep asthma-attack attendance attendee audience audition
        availability average award awarded backer backers backlink balance belt best bestseller
        bestsellers biceps bid bilingual bill black-belt blood-sugar bmi body-fat body-weight bonus
        booked booking borrower bounce brand-awareness bronze bucks bug build-time burglary burn-rate
        bursary buyer cac call-up candidate captain cash-flow cashflow certificate certification
        certified chairman champion championship checkmate cholesterol chosen churn circulation citation
        cited citizenship click client college commission competition complaint concert congestion
        consumption contract conversion cost costs coverage cpc crash crime crop crowd csat ctr cup
        customer cycle-time dau deal dealer debt defect deficit degree delivery-time demand detention
        diploma distinction distributor dividend dollar donation donor download downtime drafted
        dress-size driving-licence dropout earnings ebitda elected elo emission emissions employee
        endorsement engaged engagement enrollment enrolment ensemble entry error error-rate escalation
        euro eviction exam exclusion expense failure fame famous fan fat featured fellowship festival
        final finalist first first-team five-star-review five-star-reviews fluency fluent follower
        following footfall footprint fracture funded funder funding fundraising gig glucose gmv goal
        gold gpa grade grant granted h-index handicap happier happiness happy hba1c headache headline
        heart-rate hire hired homelessness homes honors honours hunger illiteracy impression incident
        income injuries injury install internship interview-invite intro introduction investment
        investor invited job job-offer kg kilo latency lateness law-school lb lbs ldl lead lead-quality
        lead-time leader league licence license licensed lifetime-value like list listener listener-base
        literacy litter load-time loading-time loan loneliness loyalty ltv mailing-list majority mandate
        margin market-share married mate mau medal medical-school member membership mention migraine
        millionaire money mortality mortgage mrr mttr muscle named national-team net-worth no-show noise
        nominated nomination noticed nps obesity occupancy open-rate orchestra order order-value outage
        overdraft page-view pageview paid pain panic-attack participant partnership patrons pb
        percentile permission personal-best picked pipeline podium point pollution popular pound poverty
        pr praise pregnant president press pressure prize productivity professorship profit promoted
        promotion prospect published pulse purchase qualification quota quoted raise ranking rate rating
        ratio reach reader reading-age reading-level recognition recommendation recommended record
        referral refund relapse renewal reply-time reputation reseller residency resolution respect
        response response-time retailer retainer retention return revenue rework rich roi runner-up
        salary sale satisfaction saving savings scholarship score scouted scrap seat second seizure
        selected selection semi-final share shortlisted show sick-leave sickness sign-up signature
        signed signup signups silver size sla slot sold spam spend sponsor sponsorship squad stamina
        star streak stream strength subscriber subscription subsidy success supporter surplus suspension
        symptom takings talent tardiness tenant tender tenure test testimonial theft third throughput
        tip title tonne top tournament traffic trophy truancy trust turnout turnover unemployment
        university upsell uptime upvote usage user vacancy vandalism victory view viewer violence viral
        visa visibility visit visitor vo2max volume volunteer vote voter vulnerability wage waist
        wait-time waiting-list waiting-time waitlist wastage waste wau wealth weight wellbeing win
        win-rate winner world-record worth yield
        """
    ),
    places=listed(
        """
        bestseller bestseller-list bestsellers chart charts final finals front-page headlines place
        playoffs podium semi-finals shortlist squad top varsity
        """
    ),
    judging=listed("rank score"),
    marks=listed(
        """
        award best bull's-eye champion first goal grade highest medal number-one penalty place podium point
        record second spot tenth third top touchdown try win winner
        """
    ),
    gains=listed("growth increase loss promotion reduction weight-loss win-rate"),
    own=listed(
        """
        alcohol application appointment basil batch batter bean beard beer berry breakfast caffeine call
        calorie carpet carrot check chilli chip chocolate cigarette class clutter coffee complaining
        concern conversation crisp day demo dependency dessert dinner distance distraction dose drill
        drum egg email exercise facebook fiber fibre figure flower food gaming gossip grass gravy greens
        habit hair hand hedge herb homework hour idea inbox-zero instagram intake interruption interview
        juice junk junk-food layer lesson lettuce lunch mail meal meat meeting mileage mind minute
        mock-exam mock-test morning netflix news notification number outreach overtime pace page
        past-exam past-paper pepper phone phone-time pill plant plastic portion post potato practice
        practice-exam practice-test prep problem procrastination protein push-up pushup question rep
        report review rose rug run salad salt screen-time screentime scrolling seedling session shopping
        smoking snack social-media soda spending step stitch stock strawberry stretch sugar suggestion
        sunflower swearing sweet sweets syrup takeaway tiktok tomato training tv tv-time veg veggie
        visit voice walk water weights wine word workout youtube
        """
    ),
    deeds=listed(
        """
        add adopt annotate announce apply archive arrange assemble assist attend audit automate babysit
        bake bathe begin bike block blog book braid brainstorm breathe brew bring browse brush build buy
        call canvass carry carve cast catalogue celebrate chart chat check choose chop clarify clean
        coach code cold-call collate collect comment commission compare compile compose conduct
        configure connect construct consult contact convene cook copy correct cover craft create crochet
        curate cycle date debug decide declutter decorate define delegate delete deliver demo deploy
        describe design detail develop dig digitise digitize discuss distribute document donate draft
        draw drill dry dust eat edit email embroider empty enrol enroll equip erect establish evaluate
        examine execute exercise exhibit explain explore extract facilitate feed ferment fetch file fill
        film finalise fix flash floss fold formulate forward found garden gather glue greet groom hammer
        hand hang harvest host illuminate illustrate implement index inspect install insulate integrate
        interview introduce investigate invite invoice iron join journal kick knead knit knock label
        laminate launch learn lecture list listen lobby locate lock mail map mark meditate meet memorise
        memorize mend mentor merge message migrate modernise monitor mop mount move mow mulch name
        narrate negotiate observe offer onboard open order organise organize outline overhaul pack paint
        park participate patch pen phone photograph pick pickle pilot pitch plan plant plot polish post
        pour practice practise pray prepare present print produce program proofread prototype prune
        publicise publish purchase put quiz rake re-write reach-out read rebuild recap recite reconcile
        record recycle redesign redo refactor rehearse reissue release remove renew renovate reorganise
        repaint repair replace replant reply report repot reprint request rerun rescan research respond
        restore restructure resubmit review revise rewire rework rewrite roll sample sand scan schedule
        scrub sculpt seal send serve set sew share ship shop shovel sketch solder sort sow stack stage
        standardise start steam stitch store streamline stretch study submit subscribe summarise
        summarize supervise survey swap sweep switch talk teach tend test text thank tidy tile trace
        track train transcribe transfer translate trim tune tutor tweet type unify unpack upcycle update
        upgrade upload vaccinate vacuum validate varnish visit volunteer wash water wax weed weld wipe
        wire wrap write
        """
    ),
    feats=listed(
        """
        bike climb cook cycle dance do drink eat go have hike hold jog juggle kayak lift perform play
        recite ride row run sing sit skate ski speak spend stand swim take train wake walk work
        """
    ),
    makings=listed(
        """
        complete do finalise finalize finish give have hold learn make perform play run take
        """
    ),
    works=listed(
        """
        ad album api app application archive article attic audit bake-sale band banner basement bathroom
        bed benchmark blanket blog book booklet bootcamp brochure budget business button cabin calendar
        call campaign case-studies case-study catalog catalogue cellar chair chapter checklist choir
        class-trip club collection comic community company conference course curriculum cv dashboard
        database dataset deck demo dial dissertation doc docs documentation draft drawing dress e-book
        ebook email endpoint episode essay experiment extension feature fence festival flat flyer forum
        fundraiser garage garden group guide hackathon handbook hat hike house infographic integration
        interview intranet inventory kitchen lab leaflet lecture lesson lesson-plan letter library loft
        logo magazine manual manuscript meetup migration mixtape mode mural musical mvp newsletter novel
        open-day package page painting paper party patch patio pilot pipeline pitch-deck plan playbook
        plugin podcast poem policy pond portal portfolio post postcard poster presentation profile
        program programme project proposal prototype quilt reading recipe recital redesign refactoring
        rehearsal relaunch release remix report resume retreat reunion rewrite rollout scarf screen
        screenplay script sculpture service setlist shed shelf shelves shop site slide sonata song
        spreadsheet startup store story studio summit survey sweater symphony system table talk template
        thesis tool track training treehouse trial trilogy tutorial version video wardrobe webinar
        webshop website white-paper whitepaper wiki workshop workshop-series zine
        """
    ),
    projects=listed(
        """
        deployment go-live implementation launch makeover migration modernisation modernization overhaul
        publication rebrand rebranding redesign refactoring relaunch release renovation reorganisation
        reorganization restructuring rewrite roll-out rollout upgrade
        """
    ),
    nouns=listed(
        """
        approach archive ask audit bake beat bike block blog book boost brew brush build call cast
        catalogue chart chat check clean close coach code comment contact cook cover craft cut cycle
        dance date demo deploy design document double draft draw drill drop dry dust edit email empty
        exercise exhibit feed file film finish fix flash gain garden glue graduate greet hammer help hit
        host index interview invoice journal label land launch lead learn lift list listen lobby lock
        log lower mail map mark market master mentor message mop move mow name offer open order outline
        pack paint park patch perform phone pilot pitch place plan plant plot post practice pray present
        print program prototype pull push quiz raise rake rank reach read recap record release repair
        reply report repot request research review roll sample sand scan schedule score set share ship
        shoot shop sign skate sketch sort speed stack stage start store stretch study survey swap sweep
        switch talk teach teaching test text trace track train trim triple tutor tweet type update
        upgrade upload vacuum visit volunteer walk wash watch water wax weed weld win work
        """
    ),
    comparatives=listed(
        """
        better bigger braver broader busier calmer cheaper cleaner clearer deeper earlier easier faster
        fewer fitter friendlier funnier gentler greater greener happier harder healthier higher kinder
        larger leaner less livelier longer more neater nicer oftener prettier quicker richer safer
        sharper simpler slimmer smarter smoother stronger thriftier tidier tighter warmer wealthier
        wiser
        """
    ),
    comparative_endings=("ier",),
    no_comparatives=listed(
        """
        amplifier atelier barrier brazier carrier cashier classifier copier courier dossier flier
        frontier glacier greater-london greater-manchester higher-education higher-ground
        higher-learning higher-power higher-self identifier modifier multiplier outlier pier premier
        soldier sommelier supplier terrier tier
        """
    ),
    negations=listed("any never no not nothing without"),
    betterments=listed("deepen enhance improve optimise optimize streamline strengthen"),
    states=listed(
        """
        active balanced calm confident consistent creative disciplined effective efficient fine fit
        focused frugal generous good grateful great happy healthy helpful honest kind mindful motivated
        nice organised organized patient positive present proactive productive punctual relaxed rested
        slim smart sociable strong thrifty tidy wise
        """
    ),
    being=listed("be become feel get remain stay"),
)
